// SPDX-License-Identifier: Apache-2.0
//
// Listener is a socket that clients connect to: `unix:PATH` or `tcp:HOST:PORT`, or one that
// somebody else made. A Unix socket belongs to its user alone and is removed with the listener; one
// that nobody listens on any more is replaced.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"
#include "runtime/loop/event_loop.h"

namespace qapi {

/// Which interfaces a TCP listener may be on.
enum class Reach {
  Loopback,  ///< this machine only: whoever can connect controls the program
  Anywhere,
};

class Listener {
 public:
  /// Takes over a connected socket.
  using OnConnect = std::function<void(int socket)>;

  static Result<std::unique_ptr<Listener>> open(
      EventLoop& loop,
      std::string_view address,
      Reach reach,
      OnConnect on_connect
  );

  /// Takes over a socket that listens; `address` is only what it is called.
  static Result<std::unique_ptr<Listener>> adopt(
      EventLoop& loop,
      Fd socket,
      std::string address,
      OnConnect on_connect
  );

  virtual ~Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// With the port that was chosen, where 0 was asked for.
  virtual std::string address() const = 0;

 protected:
  Listener() = default;
};

}  // namespace qapi
