// SPDX-License-Identifier: Apache-2.0
//
// EventLoop is the program's one asio loop, on the main thread. Monitors, character backends and
// timers live on it; other threads reach the main thread through post().

#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

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

  /// Runs `task` on the main thread, soon, after all that were posted before, by whatever thread.
  /// Any thread may call this.
  void post(std::function<void()> task);

  /// Runs `task` on the main thread when `delay` is over. To be called on the main thread.
  void run_after(std::chrono::milliseconds delay, std::function<void()> task);

  /// For .cpp files that include asio.
  asio::io_context& io() { return *io_; }

 private:
  void run_next_task();

  std::unique_ptr<asio::io_context> io_;

  // asio alone keeps no order between what the main thread posts and what others do.
  std::mutex tasks_lock_;
  std::deque<std::function<void()>> tasks_;

  std::atomic<bool> stopped_ = false;
};

}  // namespace qapi
