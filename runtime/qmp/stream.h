// SPDX-License-Identifier: Apache-2.0
//
// Stream is a connection to a client: a socket, or standard input and output. It never blocks, and
// calls its owner when there is something to read or room to write.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/loop/event_loop.h"

namespace qapi {

class Stream {
 public:
  /// A connected socket, which it closes.
  static Result<std::unique_ptr<Stream>> of_socket(EventLoop& loop, int socket);

  static Result<std::unique_ptr<Stream>> of_stdio(EventLoop& loop);

  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  /// What to call; set once, before anything is awaited.
  void set_handlers(std::function<void()> on_readable, std::function<void()> on_writable);

  /// Calls on_readable once, when there is something to read or the end of the stream.
  void await_readable();

  /// Calls on_writable once.
  void await_writable();

  struct Transfer {
    size_t size = 0;     ///< 0: nothing can be transferred now
    bool ended = false;  ///< the peer is gone
  };

  Transfer read(std::span<char> room);
  Transfer write(std::string_view text);

  /// Nothing is called any more.
  void close();

 private:
  struct State;

  explicit Stream(std::shared_ptr<State> state);

  std::shared_ptr<State> state_;  // shared with what asio still has to call
};

}  // namespace qapi
