// SPDX-License-Identifier: Apache-2.0
//
// EventLoop is the program's one asio loop, on the main thread. Monitors, character backends and
// timers live on it; other threads reach the main thread through post().

#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace asio {
class io_context;
}  // namespace asio

namespace qapi {

class EventLoop {
 public:
  EventLoop();
  ~EventLoop();

  /// Runs until stop(). Not to be called again after it.
  void run();

  /// Runs what is ready, without waiting.
  void poll();

  /// Any thread may call this.
  void stop();
  bool stopped() const;

  /// Runs `task` on the main thread, soon. Any thread may call this.
  void post(std::function<void()> task);

  /// For .cpp files that include asio.
  asio::io_context& io() { return *io_; }

 private:
  std::unique_ptr<asio::io_context> io_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace qapi
