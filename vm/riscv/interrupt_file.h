// SPDX-License-Identifier: Apache-2.0
//
// InterruptFile is what a hart sees of an IMSIC at one of its privilege levels: RISC-V AIA 1.0,
// chapter 3. The device that has it is called with the machine lock held.

#pragma once

#include <cstdint>

namespace vm::riscv {

class InterruptFile {
 public:
  virtual ~InterruptFile() = default;

  /// The identity of the most urgent interrupt that is pending and enabled; 0: there is none (3.9).
  virtual uint32_t top() const = 0;

  /// That one is no longer pending.
  virtual void claim(uint32_t identity) = 0;

  // The registers behind mireg and sireg (3.8), by what miselect or siselect selects. Words of 64
  // bits where `is_wide`; false if there is no such register.
  virtual bool read_selected(uint64_t select, bool is_wide, uint64_t& value) const = 0;
  virtual bool write_selected(uint64_t select, bool is_wide, uint64_t value) = 0;
};

}  // namespace vm::riscv
