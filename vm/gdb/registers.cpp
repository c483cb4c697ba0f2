// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/registers.h"

#include "vm/devices/riscv_hart.h"
#include "vm/riscv/csr.h"

namespace vm::gdb {
namespace {

using riscv::Extension;

// NaN boxing: unprivileged spec 20240411, 21.2.
constexpr uint64_t kBox = uint64_t{0xffff'ffff} << 32;

constexpr uint64_t kSupervisor = 1;
constexpr uint64_t kMachine = 3;

bool is_csr(unsigned number) {
  return number >= kFirstCsr && number <= kLastCsr;
}

/// Registers of 32 bits whatever XLEN is.
bool is_float_csr(unsigned number) {
  return number >= kFirstCsr + riscv::kCsrFflags && number <= kFirstCsr + riscv::kCsrFcsr;
}

unsigned width(const RiscvHart& hart) {
  return hart.config().isa.xlen() / 8;
}

unsigned float_width(const RiscvHart& hart) {
  const riscv::Isa& isa = hart.config().isa;
  if (isa.has(Extension::D)) return 8;
  return isa.has(Extension::F) ? 4 : 0;
}

/// Guest memory, and so what gdb is sent, is little-endian.
std::string to_bytes(uint64_t value, unsigned size) {
  std::string bytes;
  for (unsigned i = 0; i < size; ++i)
    bytes += static_cast<char>(value >> (8 * i));
  return bytes;
}

uint64_t from_bytes(std::string_view bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    value |= uint64_t{static_cast<uint8_t>(bytes[i])} << (8 * i);
  return value;
}

/// As a register of XLEN bits is held.
uint64_t sign_extended(uint64_t value, const RiscvHart& hart) {
  return width(hart) == 8 ? value : static_cast<uint64_t>(int64_t{static_cast<int32_t>(value)});
}

std::optional<uint64_t> value_of(RiscvHart& hart, unsigned number) {
  const api::RiscvHartState& state = hart.hart().state();
  if (number < kProgramCounter) return state.x[number];
  if (number == kProgramCounter) return state.pc;
  if (number < kFirstCsr) return state.f[number - kFirstFloat];
  if (number == kPrivilege) return state.privilege;
  return hart.hart().csr(number - kFirstCsr);
}

bool is_mode(const RiscvHart& hart, uint64_t privilege) {
  if (privilege == kSupervisor) return hart.config().has_supervisor;
  return privilege == 0 || privilege == kMachine;
}

}  // namespace

unsigned register_size(RiscvHart& hart, unsigned number) {
  if (number < kFirstFloat || number == kPrivilege) return width(hart);
  if (number < kFirstCsr) return float_width(hart);
  if (!is_csr(number) || !hart.hart().csr(number - kFirstCsr)) return 0;
  return is_float_csr(number) ? 4 : width(hart);
}

std::optional<std::string> read_register(RiscvHart& hart, unsigned number) {
  const unsigned size = register_size(hart, number);
  if (size == 0) return std::nullopt;
  return to_bytes(*value_of(hart, number), size);
}

bool write_register(RiscvHart& hart, unsigned number, std::string_view bytes) {
  const unsigned size = register_size(hart, number);
  if (size == 0 || bytes.size() != size) return false;
  const uint64_t value = from_bytes(bytes);
  if (is_csr(number)) return hart.hart().set_csr(number - kFirstCsr, value);
  if (number == kPrivilege && !is_mode(hart, value)) return false;

  api::RiscvHartState& state = hart.hart().state();
  if (number == kFirstInteger) return true;  // zero, whatever is written
  if (number < kProgramCounter) {
    state.x[number] = sign_extended(value, hart);
  } else if (number == kProgramCounter) {
    state.pc = sign_extended(value & ~uint64_t{1}, hart);
    state.waiting = false;  // it is to execute what is there
  } else if (number == kPrivilege) {
    state.privilege = static_cast<uint8_t>(value);
  } else {
    state.f[number - kFirstFloat] = size == 4 ? value | kBox : value;
  }
  hart.hart().state_changed();
  return true;
}

}  // namespace vm::gdb
