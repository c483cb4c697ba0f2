// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/trigger.h"

#include "vm/riscv/cpu.h"
#include "vm/riscv/csr_parts.h"

namespace vm::riscv {
namespace {

// tdata1 as mcontrol6 (5.7.12), below the type, which is in the highest four bits of XLEN.
constexpr uint64_t kLoad = 1u << 0;
constexpr uint64_t kStore = 1u << 1;
constexpr uint64_t kExecute = 1u << 2;
constexpr uint64_t kInUser = 1u << 3;
constexpr uint64_t kInSupervisor = 1u << 4;
constexpr uint64_t kInMachine = 1u << 6;
constexpr unsigned kMatchShift = 7;
constexpr uint64_t kMatch = 15u << kMatchShift;
constexpr uint64_t kAction = 15u << 12;
constexpr uint64_t kHitBefore = 1u << 22;  // hit0
constexpr uint64_t kHitAfter = 1u << 25;   // hit1
constexpr uint64_t kWritable = kLoad | kStore | kExecute | kInUser | kInSupervisor | kInMachine |
                               kMatch | kHitBefore | kHitAfter;

// Ways to compare, of which the others are optional.
enum Match : uint64_t {
  kEqual = 0,
  kPowerOfTwo = 1,
  kNotBelow = 2,
  kBelow = 3,
};

// Types (5.7.2) and what tinfo says of them (5.7.6).
constexpr uint64_t kTypeMcontrol6 = 6;
constexpr uint64_t kTypeDisabled = 15;
constexpr uint64_t kInfo = 1u << kTypeMcontrol6 | 1u << kTypeDisabled;
constexpr uint64_t kInfoVersion1 = 1u << 24;

// tcontrol (5.7.7).
constexpr uint64_t kMte = 1u << 3;
constexpr uint64_t kMpte = 1u << 7;

unsigned type_shift(const Cpu& cpu) {
  return 60 - cpu.pc_shift;
}

uint64_t disabled(const Cpu& cpu) {
  return cpu.canonical(kTypeDisabled << type_shift(cpu));
}

bool is_active(const Cpu& cpu, unsigned index) {
  return (cpu.state.tdata1[index] >> type_shift(cpu) & 15) == kTypeMcontrol6;
}

/// WARL: a type that there is not becomes "disabled", and so does an action other than 0, which
/// would enter debug mode.
uint64_t legal_tdata1(const Cpu& cpu, uint64_t value) {
  const bool is_known = (value >> type_shift(cpu) & 15) == kTypeMcontrol6;
  if (!is_known || (value & kAction)) return disabled(cpu);
  uint64_t kept = value & kWritable;
  if ((kept & kMatch) >> kMatchShift > kBelow) kept &= ~kMatch;
  if (!cpu.config.has_supervisor) kept &= ~kInSupervisor;
  return cpu.canonical(kept | kTypeMcontrol6 << type_shift(cpu));
}

bool holds_in_mode(const Cpu& cpu, uint64_t tdata1) {
  switch (cpu.state.privilege) {
    case kUser: return (tdata1 & kInUser) != 0;
    case kSupervisor: return (tdata1 & kInSupervisor) != 0;
    default: return (tdata1 & kInMachine) && (cpu.state.tcontrol & kMte);
  }
}

/// Whether some of the addresses from `first` to `last` are meant.
bool matches(uint64_t tdata1, uint64_t tdata2, uint64_t first, uint64_t last) {
  switch ((tdata1 & kMatch) >> kMatchShift) {
    case kPowerOfTwo: {
      // The lowest zero bit of tdata2, and all below, are not compared.
      const uint64_t ignored = tdata2 ^ (tdata2 + 1);
      return (tdata2 & ~ignored) <= last && first <= (tdata2 | ignored);
    }
    case kNotBelow: return last >= tdata2;
    case kBelow: return first < tdata2;
    default: return first <= tdata2 && tdata2 <= last;
  }
}

bool fires(const Cpu& cpu, unsigned index, uint64_t use, uint64_t first, uint64_t last) {
  const uint64_t tdata1 = cpu.state.tdata1[index];
  return (tdata1 & use) && is_active(cpu, index) && holds_in_mode(cpu, tdata1) &&
         matches(tdata1, cpu.state.tdata2[index], first, last);
}

bool any_fires(const Cpu& cpu, uint64_t use, uint64_t first, uint64_t last) {
  for (unsigned index = 0; index < kTriggers; ++index) {
    if (fires(cpu, index, use, first, last)) return true;
  }
  return false;
}

void mark(Cpu& cpu, uint64_t use, uint64_t first, uint64_t last) {
  for (unsigned index = 0; index < kTriggers; ++index) {
    if (!fires(cpu, index, use, first, last)) continue;
    cpu.state.tdata1[index] = (cpu.state.tdata1[index] & ~kHitAfter) | kHitBefore;
  }
}

/// Blocks end where triggers fire, and in machine mode that depends on mte.
void set_control(Cpu& cpu, uint64_t value) {
  const bool changes = (value ^ cpu.state.tcontrol) & kMte;
  cpu.state.tcontrol = static_cast<uint8_t>(value);
  if (changes && cpu.has_triggers) cpu.blocks.clear();
}

}  // namespace

void reset_triggers(Cpu& cpu) {
  for (unsigned index = 0; index < kTriggers; ++index)
    cpu.state.tdata1[index] = disabled(cpu);
}

bool read_trigger_csr(const Cpu& cpu, unsigned number, uint64_t& value) {
  const unsigned selected = cpu.state.tselect % kTriggers;
  switch (number) {
    case kCsrTselect: value = selected; return true;
    case kCsrTdata1: value = cpu.state.tdata1[selected]; return true;
    case kCsrTdata2: value = cpu.state.tdata2[selected]; return true;
    case kCsrTdata3: value = 0; return true;
    case kCsrTinfo: value = kInfoVersion1 | kInfo; return true;
    case kCsrTcontrol: value = cpu.state.tcontrol; return true;
    default: return false;
  }
}

bool write_trigger_csr(Cpu& cpu, unsigned number, uint64_t value) {
  const unsigned selected = cpu.state.tselect % kTriggers;
  switch (number) {
    // 5.7.1: what is not implemented cannot be selected, by which software counts the triggers.
    case kCsrTselect:
      if (value < kTriggers) cpu.state.tselect = static_cast<uint8_t>(value);
      return true;
    case kCsrTdata1:
      cpu.state.tdata1[selected] = legal_tdata1(cpu, value);
      update_triggers(cpu);
      return true;
    case kCsrTdata2:
      cpu.state.tdata2[selected] = value;
      update_triggers(cpu);
      return true;
    case kCsrTdata3:
    case kCsrTinfo: return true;
    case kCsrTcontrol: set_control(cpu, value & (kMte | kMpte)); return true;
    default: return false;
  }
}

void update_triggers(Cpu& cpu) {
  cpu.has_triggers = false;
  if (!cpu.config.isa.has(Extension::Sdtrig)) return;
  for (unsigned index = 0; index < kTriggers; ++index)
    cpu.has_triggers |= is_active(cpu, index);
  cpu.blocks.clear();
  cpu.flush_translations();
}

void enter_trap(Cpu& cpu) {
  const uint64_t control = cpu.state.tcontrol;
  if (control != 0) set_control(cpu, control & kMte ? kMpte : 0);
}

void leave_trap(Cpu& cpu) {
  const uint64_t control = cpu.state.tcontrol;
  if (control & kMpte) set_control(cpu, control | kMte);
}

bool is_fetch_triggered(const Cpu& cpu, uint64_t pc) {
  return cpu.has_triggers && any_fires(cpu, kExecute, pc, pc);
}

bool is_access_triggered(const Cpu& cpu, uint64_t address, unsigned size, bool is_store) {
  return cpu.has_triggers && any_fires(cpu, is_store ? kStore : kLoad, address, address + size - 1);
}

bool is_page_triggered(const Cpu& cpu, uint64_t page) {
  if (!cpu.has_triggers) return false;
  for (unsigned index = 0; index < kTriggers; ++index) {
    const uint64_t tdata1 = cpu.state.tdata1[index];
    const bool is_for_data = is_active(cpu, index) && (tdata1 & (kLoad | kStore));
    if (!is_for_data) continue;
    if (matches(tdata1, cpu.state.tdata2[index], page, page + kPageOffset)) return true;
  }
  return false;
}

void mark_fetch_trigger(Cpu& cpu, uint64_t pc) {
  mark(cpu, kExecute, pc, pc);
}

void mark_access_trigger(Cpu& cpu, uint64_t address, unsigned size, bool is_store) {
  mark(cpu, is_store ? kStore : kLoad, address, address + size - 1);
}

}  // namespace vm::riscv
