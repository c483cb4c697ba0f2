// SPDX-License-Identifier: Apache-2.0
//
// VirtualClock is guest time in nanoseconds: it starts at zero, runs while the guest runs, and can
// be saved. Timer calls back on the main thread, with the machine lock held, when the clock reaches
// a time.
//
//   Timer alarm(clock, [this] { irq_out(kIrq).set(true); });
//   alarm.arm(clock.now_ns() + 1'000'000);

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

namespace qapi {
class EventLoop;
}  // namespace qapi

namespace vm {

class Timer;

class VirtualClock {
 public:
  /// `lock` is the machine lock; timers' callbacks hold it.
  VirtualClock(qapi::EventLoop& loop, std::mutex& lock);
  ~VirtualClock();  // NOLINT(bugprone-exception-escape)
  VirtualClock(const VirtualClock&) = delete;
  VirtualClock& operator=(const VirtualClock&) = delete;

  /// Any thread.
  uint64_t now_ns() const;
  bool is_running() const;

  // Main thread, with the machine lock held.
  void start();
  void stop();

  /// For restoring a snapshot, while stopped.
  void set_now_ns(uint64_t now_ns);

  /// From here on time does not follow the host's but whoever calls advance_to() and run_due(), who
  /// is told when a timer is armed.
  void set_driver(std::function<void()> on_armed);

  // For who drives it, on one thread.

  /// No earlier than it is.
  void advance_to(uint64_t now_ns);

  static constexpr uint64_t kNever = UINT64_MAX;

  /// When the next timer is due, or kNever. With the machine lock held, as the next one.
  uint64_t next_due_ns() const { return due_.empty() ? kNever : due_.begin()->first; }

  /// Calls back the timers that are due, if time goes on.
  void run_due();

 private:
  friend class Timer;
  class Waiter;

  void arm_waiter();
  void host_time_has_come();

  std::shared_ptr<Waiter>
      waiter_;  // the host timer, kept out of this header; shared with callbacks under way
  std::mutex& lock_;
  // Guest time while stopped; while running, what to take from host time to get it. One word, so
  // that a reader never sees half of start() or stop(): the lowest bit says which of the two it is.
  std::atomic<int64_t> base_ = 0;
  std::atomic<bool> is_driven_ = false;
  std::function<void()> on_armed_;
  std::multiset<std::pair<uint64_t, Timer*>> due_;
};

/// Armed and cancelled with the machine lock held, by any thread.
class Timer {
 public:
  Timer(VirtualClock& clock, std::function<void()> callback);
  ~Timer();
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

  /// Calls back once, at `when_ns` of guest time, or soon if that is past.
  void arm(uint64_t when_ns);
  void cancel();
  bool is_armed() const { return armed_; }

 private:
  friend class VirtualClock;

  VirtualClock& clock_;
  std::function<void()> callback_;
  uint64_t when_ns_ = 0;
  bool armed_ = false;
};

}  // namespace vm
