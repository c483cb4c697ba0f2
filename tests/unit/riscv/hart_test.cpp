// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/hart.h"

#include <atomic>
#include <chrono>
#include <cstring>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

TEST_F(HartTest, StopsWhenTheBudgetIsUsed) {
  execute({0x0000'006f});  // j .
  const uint64_t before = state().minstret;
  EXPECT_EQ(hart().run(1000), StopReason::BudgetUsed);
  EXPECT_EQ(state().minstret - before, 1000u);
}

TEST_F(HartTest, ARequestEndsARunThatIsUnderWay) {
  execute({0x0000'006f});
  std::atomic<bool> is_done = false;
  std::thread runner([&] {
    EXPECT_EQ(hart().run(~uint64_t{0} >> 1), StopReason::ExitRequested);
    is_done = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  EXPECT_FALSE(is_done);
  hart().request_exit();
  runner.join();
  EXPECT_TRUE(is_done);
}

TEST_F(HartTest, ARequestBeforeARunEndsItAtOnce) {
  hart().request_exit();
  const uint64_t before = state().minstret;
  EXPECT_EQ(hart().run(100), StopReason::ExitRequested);
  EXPECT_EQ(state().minstret, before);
  EXPECT_EQ(hart().run(100), StopReason::BudgetUsed);
}

TEST_F(HartTest, WfiWaitsForAnInterruptThatIsEnabledInMie) {
  state().mie = 1u << kMachineTimer;
  execute({kWfi});
  EXPECT_EQ(hart().run(100), StopReason::WaitingForInterrupt);
  EXPECT_EQ(state().pc, kCode + 4);
  hart().set_interrupt(kMachineSoftware, true);
  EXPECT_EQ(hart().run(100), StopReason::WaitingForInterrupt);
  hart().set_interrupt(kMachineTimer, true);
  EXPECT_TRUE(hart().has_pending_interrupt());
  // Interrupts are off: it goes on behind the wfi, to the ebreak.
  EXPECT_EQ(hart().run(100), StopReason::BudgetUsed);
  EXPECT_EQ(state().mepc, kCode + 4);
}

TEST_F(HartTest, WfiIsIllegalWhereItIsForbidden) {
  state().privilege = kSupervisor;
  state().mstatus |= kStatusTw;
  execute({kWfi});
  EXPECT_EQ(state().mcause, 2u);
}

TEST_F(HartTest, AnInterruptFromAnotherThreadEndsALoop) {
  state().mie = 1u << kMachineExternal;
  state().mstatus |= kStatusMie;
  std::thread device([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    hart().set_interrupt(kMachineExternal, true);
  });
  const uint32_t jump_to_self = 0x6f;
  std::memcpy(machine_.host(kCode), &jump_to_self, 4);
  state().pc = kCode;
  while (state().mcause == 0)
    hart().run(100'000);
  device.join();
  EXPECT_EQ(state().mcause, uint64_t{1} << 63 | kMachineExternal);
  EXPECT_EQ(state().mepc, kCode);
}

// addi a0, a0, 1; addi a1, a1, 1; j . - 8
constexpr uint32_t kCountA0 = 0x0015'0513;
constexpr uint32_t kCountA1 = 0x0015'8593;
constexpr uint32_t kJumpBack = 0xff9f'f06f;

class BreakpointTest : public HartTest {
 protected:
  BreakpointTest() {
    uint64_t address = kCode;
    for (const uint32_t bits : {kCountA0, kCountA1, kJumpBack}) {
      std::memcpy(machine_.host(address), &bits, sizeof bits);
      address += sizeof bits;
    }
    state().pc = kCode;
    state().x[kA0] = 0;
    state().x[kA1] = 0;
  }

  StopReason go_on(uint64_t budget = 1000) {
    hart().pass_breakpoint();
    return hart().run(budget);
  }

  void expect_at(uint64_t pc, uint64_t a0, uint64_t a1) {
    EXPECT_EQ(state().pc, pc);
    EXPECT_EQ(state().x[kA0], a0);
    EXPECT_EQ(state().x[kA1], a1);
  }
};

TEST_F(BreakpointTest, StopsBeforeTheInstruction) {
  hart().add_breakpoint(kCode + 4);
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  expect_at(kCode + 4, 1, 0);
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint) << "it has not been passed";
  expect_at(kCode + 4, 1, 0);
}

TEST_F(BreakpointTest, GoesPastItOnce) {
  hart().add_breakpoint(kCode + 4);
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  for (uint64_t turn = 1; turn <= 3; ++turn) {
    EXPECT_EQ(go_on(), StopReason::Breakpoint);
    expect_at(kCode + 4, turn + 1, turn);
  }
}

TEST_F(BreakpointTest, StopsAtTheFirstAndTheLastInstructionOfABlock) {
  hart().run(3);  // the block is there already
  state().x[kA0] = state().x[kA1] = 0;
  state().pc = kCode;
  hart().add_breakpoint(kCode);
  hart().add_breakpoint(kCode + 8);
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  expect_at(kCode, 0, 0);
  EXPECT_EQ(go_on(), StopReason::Breakpoint);
  expect_at(kCode + 8, 1, 1);
  EXPECT_EQ(go_on(), StopReason::Breakpoint);
  expect_at(kCode, 1, 1);
}

TEST_F(BreakpointTest, IsPassedEvenWhenTheBudgetIsOne) {
  hart().add_breakpoint(kCode);
  EXPECT_EQ(hart().run(1), StopReason::Breakpoint);
  while (go_on(1) == StopReason::Breakpoint && state().x[kA0] == 0) {
  }
  EXPECT_GT(state().x[kA0], 0u);
}

TEST_F(BreakpointTest, IsForgottenWhenItIsRemoved) {
  hart().add_breakpoint(kCode + 4);
  EXPECT_TRUE(hart().has_breakpoint(kCode + 4));
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  hart().remove_breakpoint(kCode + 4);
  EXPECT_TRUE(hart().breakpoints().empty());
  EXPECT_EQ(hart().run(1000), StopReason::BudgetUsed);
}

TEST_F(BreakpointTest, CountsNoInstructionThatWasNotExecuted) {
  hart().add_breakpoint(kCode + 8);
  const uint64_t before = state().minstret;
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  EXPECT_EQ(state().minstret - before, 2u);
  EXPECT_EQ(go_on(), StopReason::Breakpoint);
  EXPECT_EQ(state().minstret - before, 5u);
}

TEST_F(BreakpointTest, HoldsForWhatAnInterruptInterrupts) {
  // The handler returns to the breakpoint that is being passed: it still is.
  std::memcpy(machine_.host(kTrap), &kMret, sizeof kMret);
  hart().add_breakpoint(kCode + 4);
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  state().mie = 1u << kMachineTimer;
  state().mstatus |= kStatusMie;
  hart().set_interrupt(kMachineTimer, true);
  hart().pass_breakpoint();
  hart().run(1);
  hart().set_interrupt(kMachineTimer, false);
  EXPECT_EQ(hart().run(1000), StopReason::Breakpoint);
  expect_at(kCode + 4, 2, 1);
}

TEST_F(HartTest, FenceIMakesStoredInstructionsRun) {
  // sw a0, 12(a1) over the instruction at 12; fence.i; nop (ends a block); addi a2, x0, 1
  state().x[kA0] = 0x0050'0613;  // addi a2, x0, 5
  state().x[kA1] = kCode;
  execute({0x00a5'a623, kFenceI, kNop, 0x0010'0613});
  EXPECT_EQ(state().x[kA2], 5u);
}

TEST_F(HartTest, AnInstructionCanStraddleTwoPages) {
  const uint64_t last_halfword = kCode + 0x3ffe;
  const uint32_t add_immediate = 0x0050'0613;  // addi a2, x0, 5
  std::memcpy(machine_.host(last_halfword), &add_immediate, 4);
  std::memcpy(machine_.host(last_halfword + 4), &kEbreak, 4);
  state().x[kA1] = last_halfword;
  execute({kJumpA1});
  hart().run(4);
  EXPECT_EQ(state().x[kA2], 5u);
  EXPECT_EQ(state().mepc, last_halfword + 4);
}

TEST_F(HartTest, MoreCodeThanTheCacheHoldsStillRuns) {
  // 0xffffff jumps to the next one would be too slow; a block for each of many halfwords suffices.
  constexpr uint64_t kFirst = kCode + 0x10'0000;
  constexpr uint64_t kLast = kCode + 0x30'0000;
  const uint16_t jump = 0xa009;  // c.j 2
  for (uint64_t at = kFirst; at < kLast; at += 2)
    std::memcpy(machine_.host(at), &jump, 2);
  std::memcpy(machine_.host(kLast), &kEbreak, 4);
  state().x[kA1] = kFirst;
  execute({kJumpA1});
  hart().run(kLast - kFirst);
  EXPECT_EQ(state().mcause, 3u);
  EXPECT_EQ(state().mepc, kLast);
}

TEST_F(HartTest, ScFailsAfterAnotherStore) {
  state().x[kA1] = kData;
  state().x[kA2] = 7;
  EXPECT_TRUE(has_completed({kLoadReserved, kStoreConditional}));
  EXPECT_EQ(state().x[kA0], 0u);
  EXPECT_EQ(machine_.read_u64(kData), 7u);

  // sd a1, 0(a1) between the two
  EXPECT_TRUE(has_completed({kLoadReserved, 0x00b5'b023, kStoreConditional}));
  EXPECT_EQ(state().x[kA0], 1u);
  EXPECT_EQ(machine_.read_u64(kData), kData);
}

TEST_F(HartTest, MisalignedAtomicsTrap) {
  state().x[kA1] = kData + 4;
  execute({kLoadReserved});
  EXPECT_EQ(state().mcause, 4u);
  execute({kStoreConditional});
  EXPECT_EQ(state().mcause, 6u);
  EXPECT_EQ(state().mtval, kData + 4);
}

TEST_F(HartTest, MisalignedAtomicsFindNoPageThatIsNotThere) {
  constexpr uint32_t kAmoAdd = 0x00c5'b52f;  // amoadd.d a0, a2, (a1)
  for (uint64_t address = 1; address < 8; ++address) {
    state().x[kA1] = address;
    execute({kAmoAdd});
    EXPECT_EQ(state().mcause, 6u) << address;
    execute({kLoadReserved});
    EXPECT_EQ(state().mcause, 4u) << address;
  }
}

TEST_F(HartTest, TwoHartsAddAtomically) {
  // amoadd.d x0, a2, (a1); addi a3, a3, -1; bnez a3, -8; j .
  constexpr uint32_t kLoop[] = {0x00c5'b02f, 0xfff6'8693, 0xfe06'9ce3, 0x0000'006f};
  constexpr uint64_t kRounds = 100'000;
  std::memcpy(machine_.host(kCode), kLoop, sizeof kLoop);
  Hart other({.hartid = 1, .isa = hart().config().isa}, machine_);
  FlatRange ram{
      BareMachine::kBase,
      BareMachine::kBase + 0xffff,
      machine_.host(kCode),
      false,
      nullptr,
      0,
      0};
  other.set_memory(FlatView({ram}));
  other.reset(kCode);
  for (Hart* each : {&hart(), &other}) {
    each->state().pc = kCode;
    each->state().x[kA1] = kData;
    each->state().x[kA2] = 1;
    each->state().x[13] = kRounds;
  }
  std::thread thread([&] { other.run(4 * kRounds); });
  hart().run(4 * kRounds);
  thread.join();
  EXPECT_EQ(machine_.read_u64(kData), 2 * kRounds);
}

/// Keeps what it is asked.
class Recorder final : public MmioHandler {
 public:
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override {
    seen_ = {region, offset, 0, size};
    return 0xfedc'ba98'7654'3210;
  }
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override {
    seen_ = {region, offset, value, size};
    if (on_write_) on_write_();
  }

  struct Seen {
    unsigned region;
    uint64_t offset;
    uint64_t value;
    unsigned size;
  };
  Seen seen_{};
  std::function<void()> on_write_;
};

class MmioTest : public HartTest {
 protected:
  MmioTest() : MmioTest(std::make_unique<Recorder>()) {}
  explicit MmioTest(std::unique_ptr<Recorder> recorder)
      : HartTest(
            "rv64gc",
            {{0x1000'0000, 0x1000'00ff, nullptr, false, recorder.get(), 3, 0x40},
             {0x2000'0000, 0x2000'0fff, rom_, true, nullptr, 0, 0}}
        ),
        recorder_(std::move(recorder)) {}

  alignas(8) uint8_t rom_[4096] = {};
  std::unique_ptr<Recorder> recorder_;
};

TEST_F(MmioTest, ReachesDevicesWithTheirOffsetAndSize) {
  state().x[kA1] = 0x1000'0010;
  EXPECT_TRUE(has_completed({0x0005'a503}));  // lw a0, 0(a1)
  EXPECT_EQ(recorder_->seen_.region, 3u);
  EXPECT_EQ(recorder_->seen_.offset, 0x50u);
  EXPECT_EQ(recorder_->seen_.size, 4u);
  EXPECT_EQ(state().x[kA0], 0x7654'3210u);

  state().x[kA0] = 0x1234'5678;
  EXPECT_TRUE(has_completed({0x00a5'8023}));  // sb a0, 0(a1)
  EXPECT_EQ(recorder_->seen_.value, 0x78u);
  EXPECT_EQ(recorder_->seen_.size, 1u);
}

TEST_F(MmioTest, AMapThatChangesInTheMiddleOfABlockLeavesNoBlockBehind) {
  recorder_->on_write_ = [this] { hart().state_changed(); };  // as it does with another map
  state().x[kA1] = 0x1000'0010;
  // Three blocks, each of which ends by a branch that is not taken.
  constexpr uint32_t kStoreByte = 0x00a5'8023;  // sb a0, 0(a1)
  constexpr uint32_t kIncrement = 0x0016'0613;  // addi a2, a2, 1
  constexpr uint32_t kBranch = 0xfe05'0ee3;     // beq a0, zero, -4
  state().x[kA0] = 1;
  EXPECT_TRUE(has_completed({kStoreByte, kBranch, kIncrement, kBranch, kIncrement, kBranch}));
  EXPECT_EQ(state().x[kA2], 2u);
}

TEST_F(MmioTest, AmosChangeRegisters) {
  state().x[kA1] = 0x1000'0010;
  state().x[kA2] = 0x11;
  EXPECT_TRUE(has_completed({0x60c5'a52f}));  // amoand.w a0, a2, (a1)
  EXPECT_EQ(state().x[kA0], 0x7654'3210u);
  EXPECT_EQ(recorder_->seen_.value, 0x10u);
  EXPECT_EQ(recorder_->seen_.offset, 0x50u);
  EXPECT_EQ(recorder_->seen_.size, 4u);

  state().x[kA1] = 0x1000'0012;
  execute({0x60c5'a52f});  // across registers
  EXPECT_EQ(state().mcause, 6u);
}

TEST_F(MmioTest, RegistersHaveNoHalvesReservationsOrInstructions) {
  state().x[kA1] = 0x1000'0012;
  execute({0x0005'a503});  // lw across registers
  EXPECT_EQ(state().mcause, 5u);
  state().x[kA1] = 0x1000'0010;
  execute({0x1005'a52f});  // lr.w a0, (a1)
  EXPECT_EQ(state().mcause, 5u);
  execute({0x18c5'a52f});  // sc.w a0, a2, (a1)
  EXPECT_EQ(state().mcause, 7u);
  execute({kJumpA1});
  EXPECT_EQ(state().mcause, 1u);
}

TEST_F(MmioTest, StoresToRomAreDropped) {
  state().x[kA1] = 0x2000'0000;
  state().x[kA0] = 0x55;
  EXPECT_TRUE(has_completed({kStoreA0, kLoadA0}));
  EXPECT_EQ(state().x[kA0], 0u);
  execute({0x00c5'b02f});
  EXPECT_EQ(state().mcause, 7u);
}

TEST_F(MmioTest, WhereNothingIsMappedIsAnAccessFault) {
  state().x[kA1] = 0x3000'0000;
  execute({kLoadA0});
  EXPECT_EQ(state().mcause, 5u);
  EXPECT_EQ(state().mtval, 0x3000'0000u);
  execute({kStoreA0});
  EXPECT_EQ(state().mcause, 7u);
}

}  // namespace
}  // namespace vm::riscv
