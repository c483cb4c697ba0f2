// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/pairs.h"

#include <array>
#include <optional>
#include <unordered_map>

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

/// Which operand of the second instruction the first has just computed.
enum class Fresh : uint8_t {
  None,
  Rs1,
  Rs2,
};
constexpr size_t kFreshKinds = 3;

/// The values of rs1 and rs2; nothing in particular for an instruction that has no such operand.
struct Values {
  uint64_t a;
  uint64_t b;
};

// ---- The instructions of which pairs are made
// ------------------------------------------------------------------------
//
// Each has the handler that executes it alone, which operands it reads, and one of
//
//   compute(cpu, insn, values)  what goes to rd
//   leave(cpu, insn, values)    for what ends a block: goes on
//
// Loads and stores are not among them: they are slower in pairs than alone, measured on Zen 5 with
// the kernels of tests/bench.

template <Handler Alone, bool ReadsRs1, bool ReadsRs2>
struct Member {
  static constexpr Handler kAlone = Alone;
  static constexpr bool kReadsRs1 = ReadsRs1;
  static constexpr bool kReadsRs2 = ReadsRs2;
};

template <Handler Alone, typename Operation>
struct Registers : Member<Alone, true, true> {
  static uint64_t compute(const Cpu&, const Insn*, Values values) {
    return Operation{}(values.a, values.b);
  }
};

template <Handler Alone, typename Operation>
struct Immediate : Member<Alone, true, false> {
  static uint64_t compute(const Cpu&, const Insn* insn, Values values) {
    return Operation{}(values.a, imm(insn));
  }
};

struct Move : Member<&exec_mv, true, false> {
  static uint64_t compute(const Cpu&, const Insn*, Values values) { return values.a; }
};

struct LoadImmediate : Member<&exec_li, false, false> {
  static uint64_t compute(const Cpu&, const Insn* insn, Values) { return imm(insn); }
};

struct AddToPc : Member<&exec_auipc, false, false> {
  static uint64_t compute(const Cpu& cpu, const Insn* insn, Values) {
    return cpu.canonical(cpu.block->pc + imm(insn));
  }
};

template <Handler Alone, typename Condition>
struct Branch : Member<Alone, true, true> {
  static const Insn* leave(Cpu& cpu, const Insn* insn, Values values) {
    Block* const next = Condition{}(values.a, values.b) ? cpu.block->taken : cpu.block->next;
    return next ? go_on(cpu, next) : Alone(cpu, insn);
  }
};

template <Handler Alone>
struct Jump : Member<Alone, false, false> {
  static const Insn* leave(Cpu& cpu, const Insn* insn, Values) { return Alone(cpu, insn); }
};

/// The instructions that are nearly all of what compilers compute with integers.
template <template <typename...> typename List>
using Members = List<
    Immediate<&exec_addi, operations::Add>,
    Immediate<&exec_addiw, operations::AddWord>,
    Immediate<&exec_andi, operations::And>,
    Immediate<&exec_xori, operations::Xor>,
    Immediate<&exec_slli, operations::Sll>,
    Immediate<&exec_srli, operations::Srl>,
    Immediate<&exec_slliw, operations::SllWord>,
    Immediate<&exec_srliw, operations::SrlWord>,
    Immediate<&exec_sltiu, operations::Sltu>,
    Registers<&exec_add, operations::Add>,
    Registers<&exec_addw, operations::AddWord>,
    Registers<&exec_sub, operations::Sub>,
    Registers<&exec_subw, operations::SubWord>,
    Registers<&exec_and, operations::And>,
    Registers<&exec_or, operations::Or>,
    Registers<&exec_xor, operations::Xor>,
    Registers<&exec_sltu, operations::Sltu>,
    Registers<&exec_mul, operations::Mul>,
    Move,
    LoadImmediate,
    AddToPc,
    Branch<&exec_beq, operations::Equal>,
    Branch<&exec_bne, operations::NotEqual>,
    Branch<&exec_blt, operations::Less>,
    Branch<&exec_bge, operations::NotLess>,
    Branch<&exec_bltu, operations::LessUnsigned>,
    Branch<&exec_bgeu, operations::NotLessUnsigned>,
    Jump<&exec_j>,
    Jump<&exec_jr>,
    Jump<&exec_jal>>;

template <typename Form>
concept EndsBlock = requires(Cpu& cpu, const Insn* insn) {
  Form::leave(cpu, insn, Values{});
};

// ---- The functions of pairs
// ------------------------------------------------------------------------

template <typename Form>
Values values_for(const Cpu& cpu, const Insn* insn) {
  return {Form::kReadsRs1 ? rs1(cpu, insn) : 0, Form::kReadsRs2 ? rs2(cpu, insn) : 0};
}

/// The registers of the second are read before the first writes its own: else processors that guess
/// which loads depend on which stores let the second wait for the first where it need not.
template <typename First, typename Second, Fresh Kind>
const Insn* exec_pair(Cpu& cpu, const Insn* insn) {
  const Insn* const second = insn + 1;
  Values values = values_for<Second>(cpu, second);
  const uint64_t result = First::compute(cpu, insn, values_for<First>(cpu, insn));
  cpu.state.x[insn->rd] = result;
  if constexpr (Kind == Fresh::Rs1) values.a = result;
  if constexpr (Kind == Fresh::Rs2) values.b = result;

  if constexpr (EndsBlock<Second>) {
    return Second::leave(cpu, second, values);
  } else {
    cpu.state.x[second->rd] = Second::compute(cpu, second, values);
    return go_on(cpu, second + 1);
  }
}

using Kinds = std::array<Handler, kFreshKinds>;

/// What a block ends with is never the first.
template <typename First, typename Second>
constexpr Kinds pairs_of_two() {
  if constexpr (EndsBlock<First>) {
    return {};
  } else {
    Kinds kinds{&exec_pair<First, Second, Fresh::None>};
    kinds[1] = kinds[2] = kinds[0];
    if constexpr (Second::kReadsRs1) kinds[1] = &exec_pair<First, Second, Fresh::Rs1>;
    if constexpr (Second::kReadsRs2) kinds[2] = &exec_pair<First, Second, Fresh::Rs2>;
    return kinds;
  }
}

template <typename... Forms>
struct Table {
  static constexpr size_t kSize = sizeof...(Forms);
  static constexpr std::array<Handler, kSize> kHandlers = {Forms::kAlone...};

  template <typename First>
  static constexpr std::array<Kinds, kSize> kRow = {pairs_of_two<First, Forms>()...};
  static constexpr std::array<std::array<Kinds, kSize>, kSize> kPairs = {kRow<Forms>...};
};

using AllPairs = Members<Table>;

std::unordered_map<Handler, size_t> number_members() {
  std::unordered_map<Handler, size_t> numbers;
  for (size_t i = 0; i < AllPairs::kSize; ++i) {
    numbers[AllPairs::kHandlers[i]] = i;
  }
  return numbers;
}

std::optional<size_t> number_of(const Insn& insn) {
  static const std::unordered_map<Handler, size_t> numbers = number_members();
  const auto found = numbers.find(insn.handler);
  if (found == numbers.end()) return std::nullopt;
  return found->second;
}

/// Nothing if both operands are.
std::optional<Fresh> fresh_operand(const Insn& first, const Insn& second) {
  const bool is_rs1 = second.rs1 == first.rd;
  const bool is_rs2 = second.rs2 == first.rd;
  if (is_rs1 && is_rs2) return std::nullopt;
  if (is_rs1) return Fresh::Rs1;
  return is_rs2 ? Fresh::Rs2 : Fresh::None;
}

}  // namespace

void make_pairs(Block& block) {
  Insn* const insns = block.insns();
  std::optional<size_t> first = std::nullopt;  // the number of the one before, if it is alone
  for (uint32_t i = 0; i < block.count; ++i) {
    const std::optional<size_t> second = number_of(insns[i]);
    Handler pair = nullptr;
    if (first && second) {
      const std::optional<Fresh> kind = fresh_operand(insns[i - 1], insns[i]);
      if (kind) pair = AllPairs::kPairs[*first][*second][static_cast<size_t>(*kind)];
    }
    if (pair) insns[i - 1].handler = pair;
    first = pair ? std::nullopt : second;
  }
}

}  // namespace vm::riscv
