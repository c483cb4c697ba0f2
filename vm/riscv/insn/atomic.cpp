// SPDX-License-Identifier: Apache-2.0
//
// A: unprivileged spec 20240411, chapter 14. Everything is sequentially consistent, whatever `aq`
// and `rl` say, and done by the host's atomic instructions on the shared memory.

#include <algorithm>
#include <atomic>
#include <type_traits>

#include "vm/riscv/access.h"

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

template <typename Word, typename Operation>
uint64_t changed(uint64_t old, uint64_t operand) {
  return Operation{}(static_cast<Word>(old), static_cast<Word>(operand));
}

/// The memory that the TLB has for an aligned Word, or null: the bits of an address that is not
/// aligned stay, and match no page.
template <typename Word>
[[gnu::always_inline]] inline uint8_t* aligned_memory(
    const Cpu& cpu,
    uint64_t address,
    uint64_t TlbEntry::*page
) {
  constexpr uint64_t mask = ~kPageOffset | (sizeof(Word) - 1);
  const TlbEntry& entry = cpu.tlb[Mmu::index_of(address)];
  return entry.*page == (address & mask) ? host_memory(entry, address) : nullptr;
}

/// Performs an operation for which the host has no instruction of its own.
template <typename Word, typename Operation>
Word exchanged(std::atomic_ref<Word> memory, Word operand, Operation operation) {
  Word old = memory.load(std::memory_order_relaxed);
  while (!memory.compare_exchange_weak(old, operation(old, operand))) {
  }
  return old;
}

/// What an AMO puts in place of the old value, which goes to rd.
template <typename Word, typename Operation>
[[gnu::always_inline]] inline const Insn* amo_in_memory(Cpu& cpu, const Insn* insn, uint8_t* host) {
  const auto operand = static_cast<Word>(rs2(cpu, insn));
  write_rd(cpu, insn, sign_extended(Operation::fetch(atomic_at<Word>(host), operand)));
  return go_on(cpu, insn + 1);
}

/// Also on registers: device drivers set and clear bits of them with AMOs.
template <typename Word, typename Operation>
[[gnu::noinline]] const Insn* amo_slowly(Cpu& cpu, const Insn* insn) {
  const uint64_t address = rs1(cpu, insn);
  uint8_t* const host = atomic_memory(cpu, address, sizeof(Word), Access::Write);
  if (host) return amo_in_memory<Word, Operation>(cpu, insn, host);
  cpu.at = insn;
  const bool is_changed =
      change_registers(cpu, address, sizeof(Word), changed<Word, Operation>, rs2(cpu, insn));
  cpu.at = nullptr;
  if (!is_changed) return raise(cpu, insn);
  write_rd(cpu, insn, sign_extended(static_cast<Word>(cpu.result)));
  return go_on_from_slow(cpu, insn);
}

template <typename Word, typename Operation>
[[gnu::always_inline]] inline const Insn* amo(Cpu& cpu, const Insn* insn) {
  uint8_t* host = aligned_memory<Word>(cpu, rs1(cpu, insn), &TlbEntry::write_page);
  if (!host) [[unlikely]]
    return amo_slowly<Word, Operation>(cpu, insn);
  return amo_in_memory<Word, Operation>(cpu, insn, host);
}

template <typename Word>
[[gnu::always_inline]] inline const Insn* reserve(Cpu& cpu, const Insn* insn, uint8_t* host) {
  const Word value = atomic_at<Word>(host).load();
  cpu.reservation = {true, sizeof(Word), host, value};
  write_rd(cpu, insn, sign_extended(value));
  return go_on(cpu, insn + 1);
}

template <typename Word>
[[gnu::noinline]] const Insn* load_reserved_slowly(Cpu& cpu, const Insn* insn) {
  uint8_t* const host = atomic_memory(cpu, rs1(cpu, insn), sizeof(Word), Access::Read);
  return host ? reserve<Word>(cpu, insn, host) : raise(cpu, insn);
}

template <typename Word>
[[gnu::always_inline]] inline const Insn* load_reserved(Cpu& cpu, const Insn* insn) {
  uint8_t* host = aligned_memory<Word>(cpu, rs1(cpu, insn), &TlbEntry::read_page);
  if (!host) [[unlikely]]
    return load_reserved_slowly<Word>(cpu, insn);
  return reserve<Word>(cpu, insn, host);
}

/// A store by another hart since lr shows as another value; storing the same value again goes
/// unnoticed, as it does on hosts without reservations in general.
template <typename Word>
[[gnu::always_inline]] inline const Insn* store_if_reserved(
    Cpu& cpu,
    const Insn* insn,
    uint8_t* host
) {
  const Reservation reservation = cpu.reservation;
  cpu.reservation.valid = false;
  bool stored = false;
  if (reservation.valid && reservation.host == host && reservation.size == sizeof(Word)) {
    auto expected = static_cast<Word>(reservation.value);
    stored =
        atomic_at<Word>(host).compare_exchange_strong(expected, static_cast<Word>(rs2(cpu, insn)));
  }
  write_rd(cpu, insn, stored ? 0 : 1);
  return go_on(cpu, insn + 1);
}

template <typename Word>
[[gnu::noinline]] const Insn* store_conditional_slowly(Cpu& cpu, const Insn* insn) {
  uint8_t* const host = atomic_memory(cpu, rs1(cpu, insn), sizeof(Word), Access::Write);
  return host ? store_if_reserved<Word>(cpu, insn, host) : raise(cpu, insn);
}

template <typename Word>
[[gnu::always_inline]] inline const Insn* store_conditional(Cpu& cpu, const Insn* insn) {
  uint8_t* host = aligned_memory<Word>(cpu, rs1(cpu, insn), &TlbEntry::write_page);
  if (!host) [[unlikely]]
    return store_conditional_slowly<Word>(cpu, insn);
  return store_if_reserved<Word>(cpu, insn, host);
}

// What AMOs do: to a value, and to a word of memory.

struct Swap {
  template <typename Word>
  Word operator()(Word, Word operand) const {
    return operand;
  }
  template <typename Word>
  static Word fetch(std::atomic_ref<Word> memory, Word operand) {
    return memory.exchange(operand);
  }
};

struct Add {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old + operand;
  }
  template <typename Word>
  static Word fetch(std::atomic_ref<Word> memory, Word operand) {
    return memory.fetch_add(operand);
  }
};

/// The rest: the host has no instruction that gives the old value.
template <typename Operation>
struct Loop {
  template <typename Word>
  static Word fetch(std::atomic_ref<Word> memory, Word operand) {
    return exchanged(memory, operand, Operation{});
  }
};

struct Xor : Loop<Xor> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old ^ operand;
  }
};

struct And : Loop<And> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old & operand;
  }
};

struct Or : Loop<Or> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return old | operand;
  }
};

struct MinUnsigned : Loop<MinUnsigned> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return std::min(old, operand);
  }
};

struct MaxUnsigned : Loop<MaxUnsigned> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    return std::max(old, operand);
  }
};

struct MinSigned : Loop<MinSigned> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    using Signed = std::make_signed_t<Word>;
    return static_cast<Signed>(old) < static_cast<Signed>(operand) ? old : operand;
  }
};

struct MaxSigned : Loop<MaxSigned> {
  template <typename Word>
  Word operator()(Word old, Word operand) const {
    using Signed = std::make_signed_t<Word>;
    return static_cast<Signed>(old) > static_cast<Signed>(operand) ? old : operand;
  }
};

}  // namespace

/// Zawrs (unprivileged spec 20240411, chapter 15): the hart stalls while its reservation lasts, and
/// may complete for any reason before. Ours completes when the other harts have had their turn:
/// they are what it waits for. That is within a bounded time, so that mstatus.TW forbids nothing.
const Insn* exec_wrs(Cpu& cpu, const Insn*) {
  if (cpu.reservation.valid) cpu.yield();
  return leave_after_block(cpu);
}

const Insn* exec_lr_w(Cpu& cpu, const Insn* insn) {
  return load_reserved<uint32_t>(cpu, insn);
}

const Insn* exec_lr_d(Cpu& cpu, const Insn* insn) {
  return load_reserved<uint64_t>(cpu, insn);
}

const Insn* exec_sc_w(Cpu& cpu, const Insn* insn) {
  return store_conditional<uint32_t>(cpu, insn);
}

const Insn* exec_sc_d(Cpu& cpu, const Insn* insn) {
  return store_conditional<uint64_t>(cpu, insn);
}

const Insn* exec_amoswap_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, Swap>(cpu, insn);
}

const Insn* exec_amoswap_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, Swap>(cpu, insn);
}

const Insn* exec_amoadd_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, Add>(cpu, insn);
}

const Insn* exec_amoadd_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, Add>(cpu, insn);
}

const Insn* exec_amoxor_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, Xor>(cpu, insn);
}

const Insn* exec_amoxor_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, Xor>(cpu, insn);
}

const Insn* exec_amoand_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, And>(cpu, insn);
}

const Insn* exec_amoand_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, And>(cpu, insn);
}

const Insn* exec_amoor_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, Or>(cpu, insn);
}

const Insn* exec_amoor_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, Or>(cpu, insn);
}

const Insn* exec_amomin_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, MinSigned>(cpu, insn);
}

const Insn* exec_amomin_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, MinSigned>(cpu, insn);
}

const Insn* exec_amomax_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, MaxSigned>(cpu, insn);
}

const Insn* exec_amomax_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, MaxSigned>(cpu, insn);
}

const Insn* exec_amominu_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, MinUnsigned>(cpu, insn);
}

const Insn* exec_amominu_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, MinUnsigned>(cpu, insn);
}

const Insn* exec_amomaxu_w(Cpu& cpu, const Insn* insn) {
  return amo<uint32_t, MaxUnsigned>(cpu, insn);
}

const Insn* exec_amomaxu_d(Cpu& cpu, const Insn* insn) {
  return amo<uint64_t, MaxUnsigned>(cpu, insn);
}

}  // namespace vm::riscv
