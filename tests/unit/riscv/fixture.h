// SPDX-License-Identifier: Apache-2.0
//
// HartTest runs short sequences of instructions and looks at what they leave.
//
//   execute({kMret});
//   EXPECT_EQ(state().privilege, kUser);

#pragma once

#include <cstring>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "generated/objects/riscv_hart.h"

#include "tests/riscv/bare_machine.h"
#include "vm/riscv/cpu.h"

namespace vm::riscv {

// Instructions, as GNU as encodes them.
constexpr uint32_t kNop = 0x0000'0013;
constexpr uint32_t kEcall = 0x0000'0073;
constexpr uint32_t kEbreak = 0x0010'0073;
constexpr uint32_t kMret = 0x3020'0073;
constexpr uint32_t kSret = 0x1020'0073;
constexpr uint32_t kWfi = 0x1050'0073;
constexpr uint32_t kFenceI = 0x0000'100f;
constexpr uint32_t kSfenceVma = 0x1200'0073;         // sfence.vma
constexpr uint32_t kLoadA0 = 0x0005'b503;            // ld a0, 0(a1)
constexpr uint32_t kLoadWordA0 = 0x0005'a503;        // lw a0, 0(a1)
constexpr uint32_t kStoreA0 = 0x00a5'b023;           // sd a0, 0(a1)
constexpr uint32_t kJumpA1 = 0x0005'8067;            // jr a1
constexpr uint32_t kLoadReserved = 0x1005'b52f;      // lr.d a0, (a1)
constexpr uint32_t kStoreConditional = 0x18c5'b52f;  // sc.d a0, a2, (a1)

constexpr uint32_t csrrw_a0(unsigned csr) {  // csrrw a0, csr, a1
  return csr << 20 | 0x0005'9573;
}
constexpr uint32_t csrr_a0(unsigned csr) {  // csrrs a0, csr, x0
  return csr << 20 | 0x0000'2573;
}
constexpr uint32_t csrs_a1(unsigned csr) {  // csrrs x0, csr, a1
  return csr << 20 | 0x0005'a073;
}

class HartTest : public testing::Test {
 protected:
  static constexpr uint64_t kCode = BareMachine::kBase;
  static constexpr uint64_t kTrap = BareMachine::kBase + 0x1000;
  static constexpr uint64_t kData = BareMachine::kBase + 0x2000;
  static constexpr unsigned kA0 = 10;
  static constexpr unsigned kA1 = 11;
  static constexpr unsigned kA2 = 12;

  explicit HartTest(std::string_view isa = "rv64gc", std::vector<FlatRange> devices = {})
      : HartTest(HartConfig{.isa = parse_isa(isa).value()}, std::move(devices)) {}

  explicit HartTest(const HartConfig& config, std::vector<FlatRange> devices = {})
      : machine_(config, std::move(devices)) {
    constexpr uint64_t kJumpToSelf = 0x0000'006f;
    machine_.write_u64(kTrap, kJumpToSelf);
    hart().reset(kCode);
    state().mtvec = kTrap;
    // All of memory is open to all modes.
    state().pmpcfg[0] = 0x1f;
    state().pmpaddr[0] = ~uint64_t{0} >> 10;
  }

  Hart& hart() { return machine_.hart(); }
  api::RiscvHartState& state() { return hart().state(); }

  /// Runs the instructions from kCode, in the present privilege. After a trap the hart stays at
  /// kTrap.
  void execute(std::initializer_list<uint32_t> code) {
    uint64_t address = kCode;
    for (uint32_t bits : code) {
      std::memcpy(machine_.host(address), &bits, sizeof bits);
      address += sizeof bits;
    }
    std::memcpy(machine_.host(address), &kEbreak, sizeof kEbreak);
    state().pc = kCode;
    hart().state_changed();
    hart().run(code.size() + 1);
  }

  /// The cause of the trap that an instruction leads to in a mode, or 3: it came to the ebreak
  /// behind it.
  uint64_t cause_of(uint8_t privilege, uint32_t bits) {
    state().privilege = privilege;
    execute({bits});
    return state().mcause;
  }

  /// Whether the last sequence came to its end: the ebreak behind it.
  bool has_completed(std::initializer_list<uint32_t> code) {
    execute(code);
    // A 32-bit hart holds addresses sign-extended.
    const auto end = static_cast<uint32_t>(kCode + 4 * code.size());
    return state().mcause == 3 && static_cast<uint32_t>(state().mepc) == end;
  }

  BareMachine machine_;
};

}  // namespace vm::riscv
