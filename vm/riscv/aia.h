// SPDX-License-Identifier: Apache-2.0
//
// Control and status registers of the Advanced Interrupt Architecture: RISC-V AIA 1.0, chapters 2
// and 5 (Smaia and Ssaia), without the hypervisor's. Priorities of major interrupts are fixed:
// their iprio registers are read-only zeros (5.2.2). No interrupts are virtual: mvien is zero.

#pragma once

#include <cstdint>

namespace vm::riscv {

struct Cpu;

bool is_aia_csr(unsigned number);

/// Whether the hart has it.
bool may_have_aia_csr(const Cpu& cpu, unsigned number);

// False if the access is illegal.
bool read_aia_csr(Cpu& cpu, unsigned number, uint64_t& value);
bool write_aia_csr(Cpu& cpu, unsigned number, uint64_t value);

}  // namespace vm::riscv
