// SPDX-License-Identifier: Apache-2.0
//
// MachineLock is held by a hart while it touches what devices share.

#pragma once

#include "vm/riscv/cpu.h"
#include "vm/riscv/fp/flags.h"

namespace vm::riscv {

/// Holds the machine lock while a device's registers are accessed, and keeps the device's
/// floating-point flags apart from the guest's.
class MachineLock {
 public:
  explicit MachineLock(Cpu& cpu) : environment_(cpu.environment) {
    collect_float_flags(cpu);
    cpu.did_io = cpu.is_exact;
    environment_.lock_machine();
  }
  ~MachineLock() {
    environment_.unlock_machine();
    discard_float_flags();
  }
  MachineLock(const MachineLock&) = delete;
  MachineLock& operator=(const MachineLock&) = delete;

 private:
  HartEnvironment& environment_;
};

}  // namespace vm::riscv
