// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/trap.h"

#include <cstring>

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kInterruptBit = uint64_t{1} << 63;

class TrapTest : public HartTest {};

TEST_F(TrapTest, EcallNamesTheModeItComesFrom) {
  execute({kEcall});
  EXPECT_EQ(state().mcause, 11u);

  state().privilege = kSupervisor;
  execute({kEcall});
  EXPECT_EQ(state().mcause, 9u);

  state().privilege = kUser;
  execute({kEcall});
  EXPECT_EQ(state().mcause, 8u);
  EXPECT_EQ(state().mtval, 0u);
}

TEST_F(TrapTest, KeepsThePreviousModeAndDisablesInterrupts) {
  state().privilege = kSupervisor;
  state().mstatus |= kStatusMie;
  execute({kEcall});
  EXPECT_EQ(state().privilege, kMachine);
  EXPECT_EQ(state().mstatus >> kStatusMppShift & 3, kSupervisor);
  EXPECT_TRUE(state().mstatus & kStatusMpie);
  EXPECT_FALSE(state().mstatus & kStatusMie);
  EXPECT_EQ(state().mepc, kCode);
  EXPECT_EQ(state().pc, kTrap);
}

TEST_F(TrapTest, ADelegatedExceptionGoesToSupervisorMode) {
  state().medeleg = 1u << 8;
  state().stvec = kTrap;
  state().privilege = kUser;
  execute({kEcall});
  EXPECT_EQ(state().privilege, kSupervisor);
  EXPECT_EQ(state().scause, 8u);
  EXPECT_EQ(state().sepc, kCode);
  EXPECT_FALSE(state().mstatus & kStatusSpp);
}

TEST_F(TrapTest, MachineModeIsNeverLeftByDelegation) {
  state().medeleg = 1u << 3;
  execute({kEbreak});
  EXPECT_EQ(state().privilege, kMachine);
  EXPECT_EQ(state().mcause, 3u);
  EXPECT_EQ(state().mtval, kCode);
}

TEST_F(TrapTest, AnIllegalInstructionIsInMtval) {
  execute({kNop, 0xffff'ffff});
  EXPECT_EQ(state().mcause, 2u);
  EXPECT_EQ(state().mtval, 0xffff'ffffu);
  EXPECT_EQ(state().mepc, kCode + 4);
}

TEST_F(TrapTest, MretGoesToThePreviousMode) {
  state().mepc = kTrap;
  state().mstatus |= kStatusMpie | kStatusMprv | uint64_t{kUser} << kStatusMppShift;
  execute({kMret});
  EXPECT_EQ(state().privilege, kUser);
  EXPECT_EQ(state().pc, kTrap);
  EXPECT_TRUE(state().mstatus & kStatusMie);
  EXPECT_FALSE(state().mstatus & kStatusMprv);
}

TEST_F(TrapTest, SretGoesToThePreviousMode) {
  state().privilege = kSupervisor;
  state().sepc = kTrap;
  state().mstatus |= kStatusSpp | kStatusSpie;
  execute({kSret});
  EXPECT_EQ(state().privilege, kSupervisor);
  EXPECT_TRUE(state().mstatus & kStatusSie);
  EXPECT_FALSE(state().mstatus & kStatusSpp);
}

TEST_F(TrapTest, ReturningIsForModesThatMay) {
  state().privilege = kSupervisor;
  execute({kMret});
  EXPECT_EQ(state().mcause, 2u);

  state().privilege = kSupervisor;
  state().mstatus |= kStatusTsr;
  execute({kSret});
  EXPECT_EQ(state().mcause, 2u);
  EXPECT_EQ(state().mtval, kSret);
}

TEST_F(TrapTest, AnInterruptWaitsUntilItIsEnabledEverywhere) {
  hart().set_interrupt(kMachineTimer, true);
  EXPECT_TRUE(has_completed({kNop}));

  state().mie = 1u << kMachineTimer;
  EXPECT_TRUE(has_completed({kNop}));

  state().mstatus |= kStatusMie;
  execute({kNop});
  EXPECT_EQ(state().mcause, kInterruptBit | kMachineTimer);
  EXPECT_EQ(state().mepc, kCode);
}

TEST_F(TrapTest, LowerModesAreInterruptedWhateverTheEnableBit) {
  hart().set_interrupt(kMachineSoftware, true);
  state().mie = 1u << kMachineSoftware;
  state().privilege = kSupervisor;
  execute({kNop});
  EXPECT_EQ(state().mcause, kInterruptBit | kMachineSoftware);
}

TEST_F(TrapTest, ExternalComesBeforeSoftwareBeforeTimer) {
  state().mie = kMachineInterrupts;
  state().mstatus |= kStatusMie;
  hart().set_interrupt(kMachineTimer, true);
  hart().set_interrupt(kMachineSoftware, true);
  hart().set_interrupt(kMachineExternal, true);
  execute({kNop});
  EXPECT_EQ(state().mcause, kInterruptBit | kMachineExternal);

  hart().set_interrupt(kMachineExternal, false);
  state().mstatus |= kStatusMie;
  execute({kNop});
  EXPECT_EQ(state().mcause, kInterruptBit | kMachineSoftware);
}

TEST_F(TrapTest, VectoredModeAddsFourBytesForEachCauseOfInterrupts) {
  state().mtvec = kTrap | 1;
  state().mie = 1u << kMachineTimer;
  state().mstatus |= kStatusMie;
  hart().set_interrupt(kMachineTimer, true);
  const uint32_t jump_to_self = 0x6f;
  std::memcpy(machine_.host(kTrap + uint64_t{4} * kMachineTimer), &jump_to_self, 4);
  execute({kNop});
  EXPECT_EQ(state().pc, kTrap + uint64_t{4} * kMachineTimer);

  hart().set_interrupt(kMachineTimer, false);
  execute({kEcall});
  EXPECT_EQ(state().pc, kTrap);
}

TEST_F(TrapTest, AnEnabledInterruptIsTakenRightAfterTheInstructionThatEnablesIt) {
  hart().set_interrupt(kMachineTimer, true);
  state().mie = 1u << kMachineTimer;
  state().x[kA1] = kStatusMie;
  execute({csrs_a1(kCsrMstatus), kNop, kNop});
  EXPECT_EQ(state().mepc, kCode + 4);
}

TEST_F(TrapTest, AHandlerThatIsNotThereUsesUpTheBudget) {
  state().mtvec = 0;  // nothing is mapped there
  execute({kEcall});
  EXPECT_EQ(state().mcause, 1u);
  EXPECT_EQ(hart().run(1000), StopReason::BudgetUsed);
}

TEST_F(TrapTest, CountsOnlyWhatHasRetired) {
  execute({kNop, kNop, kNop, kEcall});
  hart().run(0);
  // Three before the ecall, and the jump at the trap handler's address.
  const uint64_t retired = state().minstret;
  EXPECT_GE(retired, 3u);
  EXPECT_LE(retired, 4u);
}

TEST_F(HartTest, ATrapLoopIsToldOfOnce) {
  state().mtvec = 0x40;  // nothing is there
  execute({0});
  hart().run(1000);
  hart().run(1000);
  EXPECT_EQ(machine_.trap_loops(), std::vector<uint64_t>{0x40});
  hart().reset(0x40);
  state().mtvec = 0x40;
  hart().run(1000);
  EXPECT_EQ(machine_.trap_loops().size(), 2u) << "a reset begins anew";
}

TEST_F(HartTest, AnIllegalInstructionAtTheTrapVectorIsATrapLoop) {
  machine_.write_u64(kTrap, 0);
  execute({0});
  hart().run(1000);
  EXPECT_EQ(machine_.trap_loops(), std::vector<uint64_t>{kTrap});
}

TEST_F(HartTest, AHandlerThatExecutesSomethingIsNoTrapLoop) {
  machine_.write_u64(kTrap, kNop);  // and then zeros, which are illegal
  execute({0});
  hart().run(1000);
  EXPECT_TRUE(machine_.trap_loops().empty());
}

TEST_F(HartTest, AHandlerOfSupervisorModeThatIsNotThereIsMachineModesBusiness) {
  state().privilege = kSupervisor;
  state().medeleg = 1u << 1 | 1u << 2;
  state().stvec = 0x40;
  execute({0});
  hart().run(1000);
  EXPECT_TRUE(machine_.trap_loops().empty());
}

}  // namespace
}  // namespace vm::riscv
