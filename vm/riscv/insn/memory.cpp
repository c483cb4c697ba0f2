// SPDX-License-Identifier: Apache-2.0
//
// Loads, stores and fence: unprivileged spec 20240411, 2.6, 2.7 and 4.3.

#include <atomic>

#include "vm/riscv/access.h"

namespace vm::riscv {
namespace {

struct WriteRd {
  /// Extends the sign of a signed value.
  template <typename Value>
  void operator()(Cpu& cpu, const Insn* insn, Value value) const {
    write_rd(cpu, insn, static_cast<uint64_t>(value));
  }
};

template <typename Value>
[[gnu::always_inline]] inline const Insn* load_to_rd(Cpu& cpu, const Insn* insn) {
  return load<Value, WriteRd>(cpu, insn);
}

template <typename Value>
[[gnu::always_inline]] inline const Insn* store_rs2(Cpu& cpu, const Insn* insn) {
  return store<Value>(cpu, insn, static_cast<Value>(rs2(cpu, insn)));
}

}  // namespace

const Insn* exec_lb(Cpu& cpu, const Insn* insn) {
  return load_to_rd<int8_t>(cpu, insn);
}

const Insn* exec_lh(Cpu& cpu, const Insn* insn) {
  return load_to_rd<int16_t>(cpu, insn);
}

const Insn* exec_lw(Cpu& cpu, const Insn* insn) {
  return load_to_rd<int32_t>(cpu, insn);
}

const Insn* exec_ld(Cpu& cpu, const Insn* insn) {
  return load_to_rd<uint64_t>(cpu, insn);
}

const Insn* exec_lbu(Cpu& cpu, const Insn* insn) {
  return load_to_rd<uint8_t>(cpu, insn);
}

const Insn* exec_lhu(Cpu& cpu, const Insn* insn) {
  return load_to_rd<uint16_t>(cpu, insn);
}

const Insn* exec_lwu(Cpu& cpu, const Insn* insn) {
  return load_to_rd<uint32_t>(cpu, insn);
}

const Insn* exec_sb(Cpu& cpu, const Insn* insn) {
  return store_rs2<uint8_t>(cpu, insn);
}

const Insn* exec_sh(Cpu& cpu, const Insn* insn) {
  return store_rs2<uint16_t>(cpu, insn);
}

const Insn* exec_sw(Cpu& cpu, const Insn* insn) {
  return store_rs2<uint32_t>(cpu, insn);
}

const Insn* exec_sd(Cpu& cpu, const Insn* insn) {
  return store_rs2<uint64_t>(cpu, insn);
}

const Insn* exec_fence(Cpu& cpu, const Insn* insn) {
  std::atomic_thread_fence(std::memory_order_seq_cst);
  return go_on(cpu, insn + 1);
}

}  // namespace vm::riscv
