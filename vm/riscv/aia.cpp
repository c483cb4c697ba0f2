// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/aia.h"

#include "vm/riscv/csr_parts.h"
#include "vm/riscv/machine_lock.h"
#include "vm/riscv/trap.h"

namespace vm::riscv {
namespace {

// What miselect and siselect select (2.1).
constexpr uint64_t kFirstPriority = 0x30;
constexpr uint64_t kLastPriority = 0x3f;
constexpr uint64_t kFirstOfFile = 0x70;
constexpr uint64_t kLastOfFile = 0xff;
constexpr uint64_t kSelectable = 0xfff;

constexpr unsigned kIdentityShift = 16;

enum Level : unsigned {
  kOfMachine,
  kOfSupervisor,
};

InterruptFile* file_of(Cpu& cpu, Level level) {
  return cpu.interrupt_files[level];
}

uint64_t selected_by(const Cpu& cpu, Level level) {
  return level == kOfMachine ? cpu.state.miselect : cpu.state.siselect;
}

uint16_t selectable(uint64_t value) {
  return static_cast<uint16_t>(value & kSelectable);
}

bool is_priority(uint64_t select) {
  return select >= kFirstPriority && select <= kLastPriority;
}

bool is_of_file(uint64_t select) {
  return select >= kFirstOfFile && select <= kLastOfFile;
}

/// On RV64 the registers with odd numbers are within those before them (5.2.2, 3.8).
bool has_priority(const Cpu& cpu, uint64_t select) {
  return is_priority(select) && (is_rv32(cpu) || select % 2 == 0);
}

bool read_selected(Cpu& cpu, Level level, uint64_t& value) {
  const uint64_t select = selected_by(cpu, level);
  value = 0;
  InterruptFile* const file = file_of(cpu, level);
  if (!is_of_file(select) || file == nullptr) return has_priority(cpu, select);
  const MachineLock lock(cpu);
  return file->read_selected(select, !is_rv32(cpu), value);
}

bool write_selected(Cpu& cpu, Level level, uint64_t value) {
  const uint64_t select = selected_by(cpu, level);
  InterruptFile* const file = file_of(cpu, level);
  if (!is_of_file(select) || file == nullptr) return has_priority(cpu, select);
  if (is_rv32(cpu)) value &= 0xffff'ffff;
  const MachineLock lock(cpu);
  return file->write_selected(select, !is_rv32(cpu), value);
}

/// The identity is also the priority (3.9).
bool read_top_external(Cpu& cpu, Level level, uint64_t& value) {
  InterruptFile* const file = file_of(cpu, level);
  if (file == nullptr) return false;
  const MachineLock lock(cpu);
  cpu.top_external = file->top();
  value = cpu.top_external << kIdentityShift | cpu.top_external;
  return true;
}

/// A write claims, whatever is written: that which the same instruction has read, and no other that
/// has come since.
bool claim_top_external(Cpu& cpu, Level level) {
  InterruptFile* const file = file_of(cpu, level);
  if (file == nullptr) return false;
  const MachineLock lock(cpu);
  if (cpu.is_inspected) cpu.top_external = file->top();
  file->claim(static_cast<uint32_t>(cpu.top_external));
  return true;
}

/// Where all priorities are zeros, any is told as 1 (5.2.2).
uint64_t top_interrupt(const Cpu& cpu, Level level) {
  const uint64_t enabled = cpu.pending_interrupts() & cpu.state.mie;
  const uint64_t ours = level == kOfMachine ? ~cpu.state.mideleg : cpu.state.mideleg;
  const unsigned cause = most_urgent_interrupt(enabled & ours);
  return cause == 0 ? 0 : uint64_t{cause} << kIdentityShift | 1;
}

bool is_high_half_of_aia(unsigned number) {
  switch (number) {
    case kCsrSieh:
    case kCsrSiph:
    case kCsrMidelegh:
    case kCsrMieh:
    case kCsrMvienh:
    case kCsrMviph:
    case kCsrMiph: return true;
    default: return false;
  }
}

bool is_of_supervisor(unsigned number) {
  return (number >> 8 & 3) == kSupervisor;
}

}  // namespace

bool is_aia_csr(unsigned number) {
  switch (number) {
    case kCsrSiselect:
    case kCsrSireg:
    case kCsrStopei:
    case kCsrStopi:
    case kCsrMvien:
    case kCsrMvip:
    case kCsrMiselect:
    case kCsrMireg:
    case kCsrMtopei:
    case kCsrMtopi: return true;
    default: return is_high_half_of_aia(number);
  }
}

bool may_have_aia_csr(const Cpu& cpu, unsigned number) {
  const bool needs_supervisor = is_of_supervisor(number) || number == kCsrMvien ||
                                number == kCsrMvip || number == kCsrMvienh || number == kCsrMviph ||
                                number == kCsrMidelegh;
  if (needs_supervisor && !cpu.config.has_supervisor) return false;
  if (is_high_half_of_aia(number) && !is_rv32(cpu)) return false;
  return cpu.config.isa.has(is_of_supervisor(number) ? Extension::Ssaia : Extension::Smaia);
}

bool read_aia_csr(Cpu& cpu, unsigned number, uint64_t& value) {
  value = 0;
  switch (number) {
    case kCsrMiselect: value = cpu.state.miselect; return true;
    case kCsrSiselect: value = cpu.state.siselect; return true;
    case kCsrMireg: return read_selected(cpu, kOfMachine, value);
    case kCsrSireg: return read_selected(cpu, kOfSupervisor, value);
    case kCsrMtopei: return read_top_external(cpu, kOfMachine, value);
    case kCsrStopei: return read_top_external(cpu, kOfSupervisor, value);
    case kCsrMtopi: value = top_interrupt(cpu, kOfMachine); return true;
    case kCsrStopi: value = top_interrupt(cpu, kOfSupervisor); return true;
    case kCsrMvip: value = virtual_pending(cpu); return true;
    default: return true;  // there are no interrupts beyond those of mip's lower half
  }
}

bool write_aia_csr(Cpu& cpu, unsigned number, uint64_t value) {
  switch (number) {
    case kCsrMiselect: cpu.state.miselect = selectable(value); return true;
    case kCsrSiselect: cpu.state.siselect = selectable(value); return true;
    case kCsrMireg: return write_selected(cpu, kOfMachine, value);
    case kCsrSireg: return write_selected(cpu, kOfSupervisor, value);
    case kCsrMtopei: return claim_top_external(cpu, kOfMachine);
    case kCsrStopei: return claim_top_external(cpu, kOfSupervisor);
    case kCsrMvip: write_virtual_pending(cpu, value); return true;
    default: return true;
  }
}

}  // namespace vm::riscv
