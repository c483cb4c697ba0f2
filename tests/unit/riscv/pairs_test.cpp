// SPDX-License-Identifier: Apache-2.0
//
// What two instructions do as a pair is what they do one after the other: random programs run in
// blocks on one hart, and step by step on another.

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "generated/objects/riscv_hart.h"

#include "tests/riscv/bare_machine.h"
#include "vm/riscv/decode.h"
#include "vm/riscv/disassemble.h"

namespace vm::riscv {
namespace {

constexpr unsigned kPrograms = 800;
constexpr unsigned kLength = 40;
constexpr unsigned kFirstRegister = 4;  // of four: most instructions need what others computed
constexpr uint32_t kBranchOverOne = 4u << 8;
constexpr uint32_t kJumpToSelf = 0x0000'006f;

class Programs {
 public:
  explicit Programs(const Isa& isa) {
    for (const Row& row : rows()) {
      const bool computes = row.kind == Kind::Alu || row.kind == Kind::PcRelative;
      const bool is_wanted = computes || row.kind == Kind::Branch;
      if (is_wanted && isa.has_all(row.requires_set) && length_of(row.match) == 4)
        rows_.push_back(&row);
    }
  }

  std::vector<uint32_t> next() {
    std::vector<uint32_t> program;
    while (program.size() < kLength) {
      program.push_back(instruction(*rows_[random_() % rows_.size()]));
    }
    // Where a branch leads that is the last one, and where it does not.
    program.push_back(kJumpToSelf);
    program.push_back(kJumpToSelf);
    return program;
  }

  uint64_t value() { return random_() >> random_() % 64; }

 private:
  uint32_t instruction(const Row& row) {
    const auto bits = static_cast<uint32_t>(random_());
    if (row.kind == Kind::Branch) return row.match | kBranchOverOne | registers(bits, {15, 20});
    const uint32_t all = (bits & ~0x01ff'8f80u) | registers(bits, {7, 15, 20});
    return row.match | (all & ~row.mask);
  }

  static uint32_t registers(uint32_t bits, std::initializer_list<unsigned> places) {
    uint32_t fields = 0;
    for (unsigned place : places) {
      fields |= (kFirstRegister + (bits >> place) % 4) << place;
    }
    return fields;
  }

  std::mt19937_64 random_{2026};
  std::vector<const Row*> rows_;
};

std::string listing(const Isa& isa, const std::vector<uint32_t>& program) {
  const Decoder decoder(isa);
  std::string text;
  for (size_t i = 0; i < program.size(); ++i) {
    text += disassemble(decoder, BareMachine::kBase + 4 * i, program[i]) + "\n";
  }
  return text;
}

/// Runs to the end of a program, and again when its blocks are there and know each other. Gives the
/// registers of both times.
template <typename Advance>
std::vector<uint64_t> run(BareMachine& machine, const std::vector<uint64_t>& values, Advance go) {
  Hart& hart = machine.hart();
  hart.reset(BareMachine::kBase);
  std::vector<uint64_t> found;
  for (int round = 0; round < 2; ++round) {
    hart.state().pc = BareMachine::kBase;
    hart.state().x = {};
    std::copy(values.begin(), values.end(), &hart.state().x[kFirstRegister]);
    for (unsigned i = 0; i < kLength; ++i) {
      go(hart);
    }
    found.insert(found.end(), hart.state().x.begin(), hart.state().x.end());
  }
  return found;
}

void compare(std::string_view name) {
  const Isa isa = parse_isa(name).value();
  Programs programs(isa);
  BareMachine in_blocks(name);
  BareMachine in_steps(name);
  for (unsigned i = 0; i < kPrograms; ++i) {
    const std::vector<uint32_t> program = programs.next();
    for (BareMachine* machine : {&in_blocks, &in_steps}) {
      std::memcpy(machine->host(BareMachine::kBase), program.data(), program.size() * 4);
    }
    std::vector<uint64_t> values(4);
    for (uint64_t& value : values) {
      value = isa.xlen() == 32 ? static_cast<uint64_t>(static_cast<int32_t>(programs.value()))
                               : programs.value();
    }
    const auto together = run(in_blocks, values, [](Hart& hart) { hart.run(kLength); });
    const auto one_by_one = run(in_steps, values, [](Hart& hart) { hart.step(); });
    ASSERT_EQ(together, one_by_one) << listing(isa, program);
  }
}

TEST(Pairs, DoWhatTheirInstructionsDo) {
  compare("rv64gc");
}

TEST(Pairs, DoItOnRv32) {
  compare("rv32gc");
}

}  // namespace
}  // namespace vm::riscv
