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

/// Who runs harts: told that one of them has something to do. Any thread.
class HartRunner {
 public:
  virtual ~HartRunner() = default;
  virtual void wake() = 0;
};

class RiscvHart final : public Device, private riscv::HartEnvironment {
 public:
  explicit RiscvHart(Platform& platform);
  ~RiscvHart() override;

  /// From `configured` on.
  riscv::Hart& hart() {
    if (is_memory_stale_) refresh_memory();
    return *hart_;
  }
  uint64_t hartid() const { return props_.hartid; }

  /// Null takes it away. Called with the CPUs stopped.
  void set_runner(HartRunner* runner);

  /// Where a boot device makes it start, after the reset that has just been.
  void start_at(uint64_t pc, uint64_t a0, uint64_t a1, uint64_t a2);

  void reset() override;
  void irq_input(unsigned port, unsigned index, bool level) override;

  void* props_data() override { return &props_; }
  void* state_data() override;
  void on_loaded() override;

 protected:
  Result<> on_configure() override;
  Result<> on_realize() override;
  void on_unrealize() override;

 private:
  uint64_t time() override;
  void lock_machine() override;
  void unlock_machine() override;
  void wake(riscv::Hart& hart) override;
  void set_deadline(riscv::Hart& hart, uint64_t deadline) override;
  void on_trap_loop(riscv::Hart& hart, uint64_t address) override;

  uint64_t to_ns(uint64_t ticks) const;
  void memory_changed();
  void refresh_memory();

  Platform& platform_;
  api::RiscvHartProps props_;
  api::RiscvHartState blank_state_;  // what there is to see before the hart exists
  std::unique_ptr<riscv::Hart> hart_;
  Timer deadline_;
  std::atomic<HartRunner*> runner_ = nullptr;
  AddressSpace* space_ = nullptr;
  uint64_t subscription_ = 0;
  bool is_memory_stale_ = false;  // hart_ is to see a new view before it is used again
};

/// All harts at and below an object.
std::vector<RiscvHart*> harts_of(Object& object);

}  // namespace vm
