// SPDX-License-Identifier: Apache-2.0
//
// Accrued floating-point exceptions. Arithmetic that the host does leaves its flags in the host's
// own status register; they are fetched only when somebody looks.

#pragma once

#include <cstdint>

namespace vm::riscv {

struct Cpu;

/// fflags: unprivileged spec 20240411, 20.2.
enum FloatFlag : uint8_t {
  kInexact = 1,
  kUnderflow = 2,
  kOverflow = 4,
  kDivideByZero = 8,
  kInvalid = 16,
};

/// Adds the host's flags to the guest's, and clears the host's.
void collect_float_flags(Cpu& cpu);

/// Clears the host's flags: they are not the guest's.
void discard_float_flags();

}  // namespace vm::riscv
