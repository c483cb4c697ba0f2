// SPDX-License-Identifier: Apache-2.0
//
// Stream is a connection to a client: a socket, or standard input and output. It never blocks, and
// calls its owner when there is something to read or room to write.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"
#include "runtime/loop/event_loop.h"

namespace qapi {

class TlsIdentity;

class Stream {
 public:
  /// A connected socket, which it closes; with an identity, TLS is spoken on it.
  static Result<std::unique_ptr<Stream>> of_socket(
      EventLoop& loop,
      int socket,
      const TlsIdentity* tls = nullptr
  );

  static Result<std::unique_ptr<Stream>> of_stdio(EventLoop& loop);

  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  /// Who is at the other end: "pid 4711, uid 1000, gid 1000", "127.0.0.1:4711", "stdio".
  std::string peer() const;

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

  /// Descriptors that came with the bytes are added to `descriptors`.
  Transfer read(std::span<char> room, std::vector<Fd>& descriptors);
  Transfer write(std::string_view text);

  /// The same connection, watched by another loop; this one is closed.
  Result<std::unique_ptr<Stream>> move_to(EventLoop& loop);

  /// Nothing is called any more.
  void close();

 private:
  struct State;

  explicit Stream(std::shared_ptr<State> state);

  std::shared_ptr<State> state_;  // shared with what asio still has to call
};

}  // namespace qapi
