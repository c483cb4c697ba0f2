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

 private:
  friend class Timer;
  class Waiter;

  void arm_waiter();
  void run_due();

  std::shared_ptr<Waiter>
      waiter_;  // the host timer, kept out of this header; shared with callbacks under way
  std::mutex& lock_;
  // Guest time while stopped; while running, what to take from host time to get it. One word, so
  // that a reader never sees half of start() or stop(): the lowest bit says which of the two it is.
  std::atomic<int64_t> base_ = 0;
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
