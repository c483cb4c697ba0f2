// SPDX-License-Identifier: Apache-2.0
//
// Traps: entry (privileged spec 20240411, 3.1.6.1, 3.1.8, 10.1.1) and return (3.3.2).

#pragma once

#include "vm/riscv/cpu.h"

namespace vm::riscv {

/// Enters the handler of the exception in cpu.fault, raised by `insn` of the present block. What
/// stands before `insn` counts as executed. Null, for handlers to return.
const Insn* raise(Cpu& cpu, const Insn* insn);
const Insn* raise(Cpu& cpu, const Insn* insn, Exception cause, uint64_t value);

/// The instruction in insn->imm is illegal here.
const Insn* raise_illegal(Cpu& cpu, const Insn* insn);

/// Enters the handler of cpu.fault, raised at `pc` outside of any block.
void raise_at(Cpu& cpu, uint64_t pc);

/// Of interrupts at their places in mip: among those of one privilege, external before software
/// before timer (3.1.9; AIA 1.0, table 8). 0: there are none.
unsigned most_urgent_interrupt(uint64_t interrupts);

/// Enters the handler of the most urgent interrupt that is pending and enabled, if there is one.
void take_interrupt(Cpu& cpu);

// mret and sret, once they are known to be legal.
void return_from_machine(Cpu& cpu);
void return_from_supervisor(Cpu& cpu);

}  // namespace vm::riscv
