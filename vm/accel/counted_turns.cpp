// SPDX-License-Identifier: Apache-2.0
//
// Turns of harts where guest time is counted in their instructions: the guest sees the same in each
// run, as far as nothing comes from outside.
//
// Time stands at `turn_ns_` when a turn begins, and goes on by the instructions executed in it. It
// is written to the clock whenever somebody may look at it: when the hart accesses a device or
// reads its time, and when the turn ends. A turn ends no later than where the next timer is due, to
// the instruction; a timer that is armed in the middle of a turn ends it. Timers call back on this
// thread, between two turns. When all harts wait, time goes on to the next timer at once.

#include <algorithm>
#include <thread>
#include <utility>

#include "vm/accel/turn_taking.h"
#include "vm/base/clock.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class CountedTurns final : public TurnTaking {
 public:
  CountedTurns(std::vector<RiscvHart*> harts, uint32_t slice, unsigned shift, Platform& platform)
      : TurnTaking(std::move(harts)),
        slice_(slice),
        shift_(shift),
        clock_(platform.clock()),
        machine_lock_(platform.machine_lock()) {
    // By the hart whose turn it is, or by the main thread, when a timer is armed.
    clock_.set_driver([this] { end_turn(); });
  }

  // Time stands until the next start: the host's is none of the guest's.
  ~CountedTurns() override {
    clock_.set_driver([] {});
  }

  void before_access(unsigned hart) override { publish(*harts()[hart]); }

 private:
  riscv::StopReason take_turn(RiscvHart& hart) override {
    const uint64_t budget = begin_turn();
    const riscv::StopReason reason = hart.execute(budget, riscv::Precision::Instruction);
    publish(hart);
    return reason;
  }

  /// Runs what is due, and gives the instructions until more is; one at least.
  uint64_t begin_turn() {
    const std::lock_guard lock(machine_lock_);
    clock_.run_due();
    turn_ns_ = clock_.now_ns();
    const uint64_t due = clock_.next_due_ns();
    const uint64_t left_ns = due > turn_ns_ ? due - turn_ns_ : 0;
    const uint64_t per_instruction = uint64_t{1} << shift_;
    const uint64_t until_due = left_ns / per_instruction + (left_ns % per_instruction != 0);
    return std::clamp<uint64_t>(until_due, 1, slice_);
  }

  /// While the clock stands, as it does while harts only step, no time passes.
  void publish(RiscvHart& hart) {
    if (!clock_.is_running() || hart.action() == HartAction::Stand) return;
    clock_.advance_to(turn_ns_ + (hart.hart().executed() << shift_));
  }

  /// To the next timer; false if there is none.
  bool pass_time() override {
    std::this_thread::yield();  // who else wants the lock has had no other chance
    const std::lock_guard lock(machine_lock_);
    const uint64_t due = clock_.next_due_ns();
    if (due == VirtualClock::kNever || !clock_.is_running()) return false;
    clock_.advance_to(std::max(due, clock_.now_ns()));
    clock_.run_due();
    return true;
  }

  const uint32_t slice_;
  const unsigned shift_;
  VirtualClock& clock_;
  std::mutex& machine_lock_;
  uint64_t turn_ns_ = 0;
};

}  // namespace

std::unique_ptr<Engine> make_counted_turns(
    std::vector<RiscvHart*> harts,
    uint32_t slice,
    unsigned shift,
    Platform& platform
) {
  return std::make_unique<CountedTurns>(std::move(harts), slice, shift, platform);
}

}  // namespace vm
