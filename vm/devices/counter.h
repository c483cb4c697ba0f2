// SPDX-License-Identifier: Apache-2.0
//
// Counter counts guest time at a frequency while it runs. What there is to know about it is kept in
// a device's saved state, and it rings a timer when it gets somewhere.
//
//   Counter counter(clock, state_.running, state_.base);
//   counter.set_running(true, 32768);
//   counter.arm(timer, 1000, 32768);   // rings when the count is 1000

#pragma once

#include "vm/base/clock.h"
#include "vm/base/ticks.h"

namespace vm {

class Counter {
 public:
  /// `base` is the count while it stands still, and what to add to the ticks of guest time while it
  /// runs.
  Counter(VirtualClock& clock, bool& running, uint64_t& base)
      : clock_(clock),
        running_(running),
        base_(base) {}

  uint64_t count(uint64_t hz) const { return running_ ? ticks(hz) + base_ : base_; }
  void set_count(uint64_t count, uint64_t hz) { base_ = running_ ? count - ticks(hz) : count; }

  void set_running(bool running, uint64_t hz) {
    const uint64_t now = count(hz);
    running_ = running;
    set_count(now, hz);
  }

  /// Has the timer ring when the count has reached `goal`; not at all if it stands still.
  void arm(Timer& timer, uint64_t goal, uint64_t hz) const {
    const uint64_t now = count(hz);
    if (!running_) return timer.cancel();
    timer.arm(goal <= now ? clock_.now_ns() : ns_of(WideTicks{ticks(hz)} + (goal - now), hz));
  }

 private:
  uint64_t ticks(uint64_t hz) const { return ticks_of(clock_.now_ns(), hz); }

  VirtualClock& clock_;
  bool& running_;
  uint64_t& base_;
};

}  // namespace vm
