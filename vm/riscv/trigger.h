// SPDX-License-Identifier: Apache-2.0
//
// Sdtrig: the triggers by which a guest debugs itself. RISC-V Debug Specification 1.0, chapter 5.
//
// Each of the four is of the type mcontrol6, and raises a breakpoint exception before an
// instruction at an address is executed, or before a load or store of it. There are neither chains
// of triggers, nor values to compare, nor contexts (tdata3 is zero), which are all optional.

#pragma once

#include <cstdint>

namespace vm::riscv {

struct Cpu;

constexpr unsigned kTriggers = 4;

/// State of power-on: no trigger is of any type.
void reset_triggers(Cpu& cpu);

// The CSRs tselect to tcontrol. False if there is no such register.
bool read_trigger_csr(const Cpu& cpu, unsigned number, uint64_t& value);
bool write_trigger_csr(Cpu& cpu, unsigned number, uint64_t value);

/// To be called when the registers have become others.
void update_triggers(Cpu& cpu);

// Traps (5.7.5): in machine mode no trigger fires while tcontrol.mte is clear.
void enter_trap(Cpu& cpu);
void leave_trap(Cpu& cpu);

/// Whether a trigger fires before the instruction there.
bool is_fetch_triggered(const Cpu& cpu, uint64_t pc);

/// The same before an access in the present mode.
bool is_access_triggered(const Cpu& cpu, uint64_t address, unsigned size, bool is_store);

/// Whether accesses to some of a page have to be looked at one by one.
bool is_page_triggered(const Cpu& cpu, uint64_t page);

/// Notes which triggers have fired.
void mark_fetch_trigger(Cpu& cpu, uint64_t pc);
void mark_access_trigger(Cpu& cpu, uint64_t address, unsigned size, bool is_store);

}  // namespace vm::riscv
