// SPDX-License-Identifier: Apache-2.0
//
// RiscvHart is the device around a riscv::Hart: its place in the tree, its interrupt inputs and its
// address space. An accelerator runs it.

#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "generated/objects/riscv_hart.h"

#include "vm/base/clock.h"
#include "vm/devices/device.h"
#include "vm/riscv/hart.h"

namespace vm {

/// Who runs harts, each of which has a number there.
class HartRunner {
 public:
  virtual ~HartRunner() = default;

  /// A hart has something to do. Any thread.
  virtual void wake(unsigned hart) = 0;

  /// A hart is about to look at the time, or at a device. The hart's own thread.
  virtual void before_access(unsigned hart) = 0;
};

/// What a hart does while the guest runs, as a debugger wants it.
enum class HartAction {
  Run,
  Step,   ///< one instruction, then the guest stops
  Stand,  ///< nothing
};

class RiscvHart final : public Device, private riscv::HartEnvironment {
 public:
  explicit RiscvHart(Platform& platform);
  ~RiscvHart() override;

  /// From `configured` on.
  riscv::Hart& hart() {
    if (is_memory_stale_ && runner_ == nullptr) refresh_memory();
    return *hart_;
  }
  uint64_t hartid() const { return props_.hartid; }
  const riscv::HartConfig& config() const { return hart_->config(); }

  /// What it executes from; null unless realized.
  AddressSpace* space() { return space_; }

  // Run again from the next stop on. With the CPUs stopped, or about to be.
  HartAction action() const { return action_; }
  void set_action(HartAction action) { action_ = action; }

  /// Executes as its action says, up to so many instructions, and reports where it came to.
  riscv::StopReason execute(uint64_t instruction_budget, riscv::Precision precision);

  /// Null takes it away. Called with the CPUs stopped.
  void set_runner(HartRunner* runner, unsigned number = 0);

  /// Where a boot device makes it start, after the reset that has just been.
  void start_at(uint64_t pc, uint64_t a0, uint64_t a1, uint64_t a2);

  void reset() override;
  void irq_input(unsigned port, unsigned index, bool level) override;

  void* props_data() override;
  void* state_data() override;
  void on_loaded() override;

 protected:
  Result<> on_configure() override;
  Result<> on_realize() override;
  void on_unrealize() override;

 private:
  void before_access();
  uint64_t time() override;
  void lock_machine() override;
  void unlock_machine() override;
  void wake(riscv::Hart& hart) override;
  void set_deadline(riscv::Hart& hart, uint64_t deadline) override;
  void on_trap_loop(riscv::Hart& hart, uint64_t address) override;

  uint64_t to_ns(uint64_t ticks) const;
  void report(riscv::StopReason reason);
  void memory_changed();
  void refresh_memory();

  Platform& platform_;
  api::RiscvHartProps props_;
  api::RiscvHartState blank_state_;  // what there is to see before the hart exists
  std::unique_ptr<riscv::Hart> hart_;
  Timer deadline_;
  std::atomic<HartRunner*> runner_ = nullptr;
  unsigned number_ = 0;  // with the runner
  std::atomic<uint64_t> instructions_ = 0;
  AddressSpace* space_ = nullptr;
  std::atomic<HartAction> action_ = HartAction::Run;
  uint64_t subscription_ = 0;
  // hart_ is to see a new view before it is used again.
  std::atomic<bool> is_memory_stale_ = false;
  bool is_at_device_ = false;  // it holds the machine lock
};

}  // namespace vm
