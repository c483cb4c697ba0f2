// SPDX-License-Identifier: Apache-2.0
//
// A: unprivileged spec 20240411, chapter 14. Everything is sequentially consistent, whatever `aq`
// and `rl` say, and done by the host's atomic instructions on the shared memory.

#include <algorithm>
#include <atomic>
#include <type_traits>

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

/// The host's atomic for an aligned word of guest memory.
template <typename Word>
std::atomic_ref<Word> atomic_at(uint8_t* host) {
  return std::atomic_ref<Word>(*reinterpret_cast<Word*>(host));
}

template <typename Word>
uint64_t sign_extended(Word value) {
  return static_cast<uint64_t>(static_cast<int64_t>(static_cast<std::make_signed_t<Word>>(value)));
}

/// What an AMO puts in place of the old value.
template <typename Word, typename Operation>
const Insn* amo(Cpu& cpu, const Insn* insn, Operation operation) {
  uint8_t* host = atomic_memory(cpu, rs1(cpu, insn), sizeof(Word), Access::Write);
  if (!host) return raise(cpu, insn);
  const auto operand = static_cast<Word>(rs2(cpu, insn));
  std::atomic_ref<Word> memory = atomic_at<Word>(host);
  Word old = memory.load(std::memory_order_relaxed);
  while (!memory.compare_exchange_weak(old, operation(old, operand))) {
  }
  write_rd(cpu, insn, sign_extended(old));
  return insn + 1;
}

template <typename Word>
const Insn* load_reserved(Cpu& cpu, const Insn* insn) {
  uint8_t* host = atomic_memory(cpu, rs1(cpu, insn), sizeof(Word), Access::Read);
  if (!host) return raise(cpu, insn);
  const Word value = atomic_at<Word>(host).load();
  cpu.reservation = {true, sizeof(Word), host, value};
  write_rd(cpu, insn, sign_extended(value));
  return insn + 1;
}

/// A store by another hart since lr shows as another value; storing the same value again goes
/// unnoticed, as it does on hosts without reservations in general.
template <typename Word>
const Insn* store_conditional(Cpu& cpu, const Insn* insn) {
  uint8_t* host = atomic_memory(cpu, rs1(cpu, insn), sizeof(Word), Access::Write);
  if (!host) return raise(cpu, insn);
  const Reservation reservation = cpu.reservation;
  cpu.reservation.valid = false;
  bool stored = false;
  if (reservation.valid && reservation.host == host && reservation.size == sizeof(Word)) {
    auto expected = static_cast<Word>(reservation.value);
    stored =
        atomic_at<Word>(host).compare_exchange_strong(expected, static_cast<Word>(rs2(cpu, insn)));
  }
  write_rd(cpu, insn, stored ? 0 : 1);
  return insn + 1;
}

[[gnu::always_inline]] inline const Insn* go_on_unless_trapped(Cpu& cpu, const Insn* next) {
  return next ? go_on(cpu, next) : nullptr;
}

struct Swap {
  template <typename Word>
  Word operator()(Word, Word operand) const {
    return operand;
  }
};

struct Add {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old + operand;
  }
};

struct Xor {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old ^ operand;
  }
};

struct And {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old & operand;
  }
};

struct Or {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old | operand;
  }
};

struct MinUnsigned {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return std::min(old, operand);
  }
};

struct MaxUnsigned {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return std::max(old, operand);
  }
};

struct MinSigned {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    using Signed = std::make_signed_t<Word>;
    return static_cast<Signed>(old) < static_cast<Signed>(operand) ? old : operand;
  }
};

struct MaxSigned {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    using Signed = std::make_signed_t<Word>;
    return static_cast<Signed>(old) > static_cast<Signed>(operand) ? old : operand;
  }
};

}  // namespace

const Insn* exec_lr_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, load_reserved<uint32_t>(cpu, insn));
}

const Insn* exec_lr_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, load_reserved<uint64_t>(cpu, insn));
}

const Insn* exec_sc_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, store_conditional<uint32_t>(cpu, insn));
}

const Insn* exec_sc_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, store_conditional<uint64_t>(cpu, insn));
}

const Insn* exec_amoswap_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, Swap{}));
}

const Insn* exec_amoswap_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, Swap{}));
}

const Insn* exec_amoadd_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, Add{}));
}

const Insn* exec_amoadd_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, Add{}));
}

const Insn* exec_amoxor_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, Xor{}));
}

const Insn* exec_amoxor_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, Xor{}));
}

const Insn* exec_amoand_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, And{}));
}

const Insn* exec_amoand_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, And{}));
}

const Insn* exec_amoor_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, Or{}));
}

const Insn* exec_amoor_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, Or{}));
}

const Insn* exec_amomin_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, MinSigned{}));
}

const Insn* exec_amomin_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, MinSigned{}));
}

const Insn* exec_amomax_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, MaxSigned{}));
}

const Insn* exec_amomax_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, MaxSigned{}));
}

const Insn* exec_amominu_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, MinUnsigned{}));
}

const Insn* exec_amominu_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, MinUnsigned{}));
}

const Insn* exec_amomaxu_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint32_t>(cpu, insn, MaxUnsigned{}));
}

const Insn* exec_amomaxu_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_trapped(cpu, amo<uint64_t>(cpu, insn, MaxUnsigned{}));
}

}  // namespace vm::riscv
