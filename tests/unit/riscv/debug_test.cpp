// SPDX-License-Identifier: Apache-2.0
//
// What debuggers do to a hart: single steps, watchpoints, and looking at it; and budgets that are
// kept to the instruction.

#include <cstring>

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

constexpr uint32_t kCountA0 = 0x0015'0513;      // addi a0, a0, 1
constexpr uint32_t kCountA2 = 0x0016'0613;      // addi a2, a2, 1
constexpr uint32_t kJumpToStart = 0xff5f'f06f;  // j . - 12
constexpr uint32_t kWrsNto = 0x00d0'0073;

class DebugTest : public HartTest {
 protected:
  explicit DebugTest(std::string_view isa = "rv64gc_zawrs") : HartTest(isa) {}

  void load(std::initializer_list<uint32_t> code) {
    uint64_t address = kCode;
    for (const uint32_t bits : code) {
      std::memcpy(machine_.host(address), &bits, sizeof bits);
      address += sizeof bits;
    }
    state().pc = kCode;
    state().x[kA0] = 0;
    state().x[kA1] = kData;
    state().x[kA2] = 0;
    hart().state_changed();
  }
};

TEST_F(DebugTest, AStepExecutesOneInstruction) {
  load({kCountA0, kCountA0, kStoreA0, kJumpToStart});
  for (const uint64_t pc : {kCode + 4, kCode + 8, kCode + 12, kCode, kCode + 4}) {
    EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
    EXPECT_EQ(state().pc, pc);
  }
  EXPECT_EQ(state().minstret, 5u);
  EXPECT_EQ(state().x[kA0], 3u);
}

TEST_F(DebugTest, AStepTakesNoInterruptAndEndsWaiting) {
  load({kWfi, kCountA0});
  state().mie = 1u << kMachineTimer;
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_TRUE(state().waiting);
  state().mstatus |= kStatusMie;
  hart().set_interrupt(kMachineTimer, true);
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_EQ(state().x[kA0], 1u);
  EXPECT_EQ(state().mcause, 0u);
}

TEST_F(DebugTest, AStepIntoNothingIsATrapOfTheNextStep) {
  load({kJumpA1});
  state().x[kA1] = 0x40;
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_EQ(state().pc, 0x40u);
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_EQ(state().pc, kTrap);
  EXPECT_EQ(state().mcause, 1u);
}

TEST_F(DebugTest, AStepGoesPastABreakpoint) {
  load({kCountA0, kCountA0});
  hart().insert_breakpoint(kCode);
  EXPECT_EQ(hart().run(10), StopReason::Breakpoint);
  hart().pass_breakpoint();
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_EQ(state().x[kA0], 1u);
  state().pc = kCode;
  EXPECT_EQ(hart().run(10), StopReason::Breakpoint) << "it was passed by the step";
}

TEST_F(DebugTest, BreakpointsOfSeveralAreTakenAwayOneByOne) {
  load({kCountA0, kCountA0});
  hart().add_breakpoint(kCode);
  hart().insert_breakpoint(kCode);
  hart().insert_breakpoint(kCode);
  for (int left = 2; left >= 0; --left) {
    EXPECT_EQ(hart().run(10), StopReason::Breakpoint) << left;
    left > 0 ? hart().withdraw_breakpoint(kCode) : hart().remove_breakpoint(kCode);
  }
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_EQ(state().x[kA0], 1u);
}

TEST_F(DebugTest, AWatchpointHoldsBeforeTheAccessAndIsPassedOnce) {
  load({kCountA0, kStoreA0, kCountA2, kJumpToStart});
  hart().run(400);
  hart().add_watchpoint({kData + 7, kData + 8, false, true});
  for (int round = 0; round < 3; ++round) {
    EXPECT_EQ(hart().run(1000), StopReason::Watchpoint);
    EXPECT_EQ(state().pc, kCode + 4);
    EXPECT_EQ(hart().watch_hit().address, kData + 7);
    EXPECT_TRUE(hart().watch_hit().is_store);
    EXPECT_EQ(machine_.read_u64(kData) + 1, state().x[kA0]) << "it has not been executed";
    EXPECT_EQ(hart().run(1000), StopReason::Watchpoint) << "it has not been passed";
    hart().pass_breakpoint();
  }
  hart().remove_watchpoint({kData + 7, kData + 8, false, true});
  EXPECT_EQ(hart().run(1000), StopReason::BudgetUsed);
}

TEST_F(DebugTest, AWatchpointIsOfLoadsOrStores) {
  load({kLoadA0, kStoreA0, kCountA2, kJumpToStart});
  hart().add_watchpoint({kData, kData, true, false});
  EXPECT_EQ(hart().run(1000), StopReason::Watchpoint);
  EXPECT_EQ(state().pc, kCode);
  EXPECT_FALSE(hart().watch_hit().is_store);
  hart().pass_breakpoint();
  EXPECT_EQ(hart().run(1000), StopReason::Watchpoint);
  EXPECT_EQ(state().pc, kCode) << "the store passed";
  EXPECT_EQ(state().x[kA2], 1u);
}

TEST_F(DebugTest, AnAccessThatFaultsTrapsWhateverIsWatched) {
  load({kStoreA0});
  state().x[kA1] = 0x40;
  hart().add_watchpoint({0x40, 0x47, true, true});
  EXPECT_EQ(hart().step(), StopReason::BudgetUsed);
  EXPECT_EQ(state().mcause, 7u);
}

TEST_F(DebugTest, AnExactBudgetIsKept) {
  load({kCountA0, kCountA0, kCountA2, kJumpToStart});
  uint64_t executed = 0;
  for (const uint64_t budget : {1u, 2u, 3u, 5u, 63u, 64u, 65u, 127u, 1000u}) {
    EXPECT_EQ(hart().run(budget, Precision::Instruction), StopReason::BudgetUsed);
    EXPECT_EQ(hart().executed(), budget);
    executed += budget;
    EXPECT_EQ(state().minstret, executed);
  }
}

TEST_F(DebugTest, AnExactBudgetStopsAtBreakpointsToo) {
  load({kCountA0, kCountA0, kCountA2, kJumpToStart});
  hart().insert_breakpoint(kCode + 8);
  for (const uint64_t budget : {3u, 100u, 1000u}) {
    EXPECT_EQ(hart().run(budget, Precision::Instruction), StopReason::Breakpoint);
    EXPECT_EQ(state().pc, kCode + 8);
    hart().pass_breakpoint();
  }
  EXPECT_EQ(state().x[kA2], 2u);
}

TEST_F(DebugTest, WaitingForAReservationEndsTheTurn) {
  load({kLoadReserved, kWrsNto, kCountA2});
  EXPECT_EQ(hart().run(1000), StopReason::BudgetUsed);
  EXPECT_EQ(state().pc, kCode + 8);
  EXPECT_EQ(hart().executed(), 2u);
  EXPECT_EQ(state().minstret, 2u);
}

TEST_F(DebugTest, ACsrIsLookedAtInAnyMode) {
  load({kCountA0});
  state().privilege = kUser;
  EXPECT_EQ(hart().csr(kCsrMhartid), 0u);
  EXPECT_TRUE(hart().set_csr(kCsrMscratch, 5));
  EXPECT_EQ(state().mscratch, 5u);
  EXPECT_FALSE(hart().set_csr(kCsrMhartid, 5));
  EXPECT_FALSE(hart().csr(kCsrTselect)) << "there is no Sdtrig";
}

TEST_F(DebugTest, AnAddressIsLookedUpWithoutATrace) {
  // One leaf of a gigabyte, of the user's, whose A bit is clear.
  machine_.write_u64(kData + 16, uint64_t{0x8000'0000} >> 12 << 10 | 0x11 | 0x2);
  state().satp = uint64_t{8} << 60 | kData >> 12;
  state().privilege = kSupervisor;
  hart().state_changed();
  EXPECT_EQ(hart().physical_address(0x8000'1234), 0x8000'1234u);
  EXPECT_FALSE(hart().physical_address(0x4000'0000));
  EXPECT_EQ(machine_.read_u64(kData + 16) & 0x40, 0u);
}

}  // namespace
}  // namespace vm::riscv
