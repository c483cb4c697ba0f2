// SPDX-License-Identifier: Apache-2.0
//
// What the files of CSR access share: csr.cpp decides whether an access is legal, csr_read.cpp
// reads and csr_write.cpp writes.

#pragma once

#include "vm/riscv/cpu.h"
#include "vm/riscv/csr.h"

namespace vm::riscv {

/// False if there is no such register.
bool read_csr(Cpu& cpu, unsigned number, uint64_t& value);
bool write_csr(Cpu& cpu, unsigned number, uint64_t value);

/// mcycle (0) or minstret (2), as the present instruction is to see it.
uint64_t read_counter(Cpu& cpu, unsigned index);

/// The time CSR.
uint64_t read_time(Cpu& cpu);

/// mvip while mvien is zero: SSIP, STIP and SEIP as far as software sets them (AIA 1.0, 5.3).
uint64_t virtual_pending(const Cpu& cpu);
void write_virtual_pending(Cpu& cpu, uint64_t value);

/// Registers that are there, and always zero.
bool is_always_zero(unsigned number);

constexpr uint64_t kSstatusWritable =
    kStatusSie | kStatusSpie | kStatusSpp | kStatusFs | kStatusSum | kStatusMxr;

constexpr bool is_between(unsigned number, unsigned first, unsigned last) {
  return number >= first && number <= last;
}

constexpr bool is_trigger_csr(unsigned number) {
  return is_between(number, kCsrTselect, kCsrTcontrol);
}

inline bool is_rv32(const Cpu& cpu) {
  return cpu.pc_shift != 0;
}

}  // namespace vm::riscv
