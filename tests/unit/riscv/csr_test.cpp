// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/csr.h"

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

class CsrTest : public HartTest {
 protected:
  CsrTest() = default;
  explicit CsrTest(std::string_view isa) : HartTest(isa) {}

  /// What reading gives after `value` has been written.
  uint64_t written(unsigned csr, uint64_t value) {
    state().x[kA1] = value;
    EXPECT_TRUE(has_completed({csrrw_a0(csr), csrr_a0(csr)}));
    return state().x[kA0];
  }

  bool is_illegal(uint32_t bits) {
    execute({bits});
    return state().mcause == 2 && state().mtval == bits;
  }
};

TEST_F(CsrTest, UnimplementedNumbersTrap) {
  // What OpenSBI probes for on a plain machine: pmpaddr16, scountovf, mtopi, stimecmp, mstateen0.
  for (unsigned csr : {0x3c0u, 0xda0u, 0xfb0u, 0x14du, 0x30cu, 0x3a1u}) {
    EXPECT_TRUE(is_illegal(csrr_a0(csr))) << std::hex << csr;
  }
}

TEST_F(CsrTest, LowerModesCannotReachRegistersOfHigherOnes) {
  state().privilege = kSupervisor;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrMstatus)));
  state().privilege = kUser;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrSstatus)));
}

TEST_F(CsrTest, ReadOnlyRegistersTrapWhenWritten) {
  EXPECT_TRUE(is_illegal(csrrw_a0(kCsrMhartid)));
  EXPECT_TRUE(has_completed({csrr_a0(kCsrMhartid)}));
  EXPECT_EQ(state().x[kA0], 0u);
}

TEST_F(CsrTest, MisaNamesTheExtensions) {
  execute({csrr_a0(kCsrMisa)});
  constexpr uint64_t kImafdcsu =
      1u << 8 | 1u << 12 | 1u << 0 | 1u << 5 | 1u << 3 | 1u << 2 | 1u << 18 | 1u << 20;
  EXPECT_EQ(state().x[kA0], uint64_t{2} << 62 | kImafdcsu);
}

TEST_F(CsrTest, MppHoldsOnlyModesThatThereAre) {
  EXPECT_EQ(written(kCsrMstatus, uint64_t{3} << 11) >> 11 & 3, 3u);
  EXPECT_EQ(written(kCsrMstatus, uint64_t{2} << 11) >> 11 & 3, 3u);
  EXPECT_EQ(written(kCsrMstatus, uint64_t{1} << 11) >> 11 & 3, 1u);
}

TEST_F(CsrTest, SstatusIsAViewOfMstatus) {
  state().mstatus |= kStatusMie;
  EXPECT_EQ(written(kCsrSstatus, ~uint64_t{0}), uint64_t{0x8000'0002'000c'6122});
  // The ebreak behind it has moved MIE to MPIE.
  EXPECT_TRUE(state().mstatus & kStatusMpie);
}

TEST_F(CsrTest, StatusSaysThatTheFloatingPointStateIsDirty) {
  EXPECT_EQ(written(kCsrMstatus, uint64_t{1} << 13) >> 63, 0u);
  EXPECT_TRUE(has_completed({csrrw_a0(kCsrFcsr), csrr_a0(kCsrMstatus)}));
  EXPECT_EQ(state().x[kA0] >> 63, 1u);
}

TEST_F(CsrTest, FloatingPointIsIllegalWhileItIsOff) {
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrFcsr)));
  EXPECT_TRUE(is_illegal(0x02c5'f553));  // fadd.d
  state().mstatus |= 1u << 13;
  EXPECT_TRUE(has_completed({0x02c5'f553}));
}

TEST_F(CsrTest, SatpKeepsItsValueWhenAnUnsupportedModeIsWritten) {
  const uint64_t sv39 = uint64_t{8} << 60 | 0x8'0003;
  EXPECT_EQ(written(kCsrSatp, sv39), sv39);
  EXPECT_EQ(written(kCsrSatp, uint64_t{9} << 60 | 0x1234), sv39);
  EXPECT_EQ(written(kCsrSatp, 0), 0u);
}

TEST_F(CsrTest, TvmKeepsSupervisorModeFromTheAddressSpace) {
  state().mstatus |= kStatusTvm;
  for (uint32_t bits : {csrr_a0(kCsrSatp), kSfenceVma}) {
    state().privilege = kSupervisor;
    EXPECT_TRUE(is_illegal(bits));
  }
}

TEST_F(CsrTest, SeipReadsAsLineOrSoftwareBitButOnlyTheBitIsModified) {
  hart().set_interrupt(kSupervisorExternal, true);
  state().x[kA1] = 1u << kSupervisorSoftware;
  EXPECT_TRUE(has_completed({csrs_a1(kCsrMip), csrr_a0(kCsrMip)}));
  EXPECT_EQ(state().x[kA0], 1u << kSupervisorExternal | 1u << kSupervisorSoftware);
  hart().set_interrupt(kSupervisorExternal, false);
  EXPECT_TRUE(has_completed({csrr_a0(kCsrMip)}));
  EXPECT_EQ(state().x[kA0], 1u << kSupervisorSoftware);
}

TEST_F(CsrTest, AnEdgeOfSsipIsPendingUntilSoftwareClearsIt) {
  hart().set_interrupt(kSupervisorSoftware, true);
  EXPECT_TRUE(has_completed({csrr_a0(kCsrMip)}));
  EXPECT_EQ(state().x[kA0], 1u << kSupervisorSoftware);
  state().x[kA1] = 1u << kSupervisorTimer;
  EXPECT_TRUE(has_completed({csrs_a1(kCsrMip), csrr_a0(kCsrMip)}));
  EXPECT_EQ(state().x[kA0], 1u << kSupervisorSoftware | 1u << kSupervisorTimer)
      << "another bit was set, and this one stays";
  state().mideleg = 1u << kSupervisorSoftware;
  EXPECT_EQ(written(kCsrSip, 0), 0u);
  hart().set_interrupt(kSupervisorSoftware, true);
  EXPECT_TRUE(has_completed({csrr_a0(kCsrSip)}));
  EXPECT_EQ(state().x[kA0], 1u << kSupervisorSoftware) << "the next edge counts anew";
  hart().reset(kCode);
  EXPECT_TRUE(has_completed({csrr_a0(kCsrMip)}));
  EXPECT_EQ(state().x[kA0], 0u);
}

TEST_F(CsrTest, SieShowsOnlyWhatIsDelegated) {
  state().mideleg = 1u << kSupervisorTimer;
  EXPECT_EQ(written(kCsrSie, ~uint64_t{0}), 1u << kSupervisorTimer);
  EXPECT_EQ(state().mie, 1u << kSupervisorTimer);
}

TEST_F(CsrTest, DelegationLeavesOutWhatCannotBeDelegated) {
  EXPECT_EQ(written(kCsrMedeleg, ~uint64_t{0}), 0xb3ffu);
  EXPECT_EQ(written(kCsrMideleg, ~uint64_t{0}), 0x222u);
}

TEST_F(CsrTest, CountersAreVisibleBelowOnlyWhereAllowed) {
  state().privilege = kSupervisor;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrCycle)));
  state().mcounteren = 1;
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({csrr_a0(kCsrCycle)}));
  state().privilege = kUser;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrCycle)));
  state().scounteren = 1;
  state().privilege = kUser;
  EXPECT_TRUE(has_completed({csrr_a0(kCsrCycle)}));
}

TEST_F(CsrTest, EachCounterIsAllowedByItsOwnBit) {
  const std::pair<unsigned, uint64_t> counters[] = {
      {kCsrCycle, 1},
      {kCsrTime, 2},
      {kCsrInstret, 4},
  };
  for (const auto& [number, bit] : counters) {
    state().mcounteren = ~bit & 0xffff'ffff;
    state().privilege = kSupervisor;
    EXPECT_TRUE(is_illegal(csrr_a0(number))) << std::hex << number;
    state().mcounteren = bit;
    state().privilege = kSupervisor;
    EXPECT_TRUE(has_completed({csrr_a0(number)})) << std::hex << number;
  }
}

TEST_F(CsrTest, OnlyCountersThatCountCanBeInhibited) {
  EXPECT_EQ(written(kCsrMcountinhibit, ~uint64_t{0}), 5u) << "not time, and not what stands anyhow";
}

TEST_F(CsrTest, InstretCountsWhatStandsBeforeIt) {
  const uint64_t before = state().minstret;
  EXPECT_TRUE(has_completed({kNop, kNop, csrr_a0(kCsrMinstret)}));
  EXPECT_EQ(state().x[kA0], before + 2);
}

TEST_F(CsrTest, AWrittenInstretIsReadByTheNextInstruction) {
  EXPECT_EQ(written(kCsrMinstret, 1000), 1000u);
}

TEST_F(CsrTest, AnInhibitedCounterStandsStill) {
  state().x[kA1] = 4;
  EXPECT_TRUE(has_completed({csrs_a1(kCsrMcountinhibit), csrr_a0(kCsrMinstret), kNop, kNop}));
  const uint64_t value = state().x[kA0];
  EXPECT_TRUE(has_completed({csrr_a0(kCsrMinstret)}));
  EXPECT_EQ(state().x[kA0], value);
}

TEST_F(CsrTest, TimeIsTheEnvironments) {
  EXPECT_TRUE(has_completed({csrr_a0(kCsrTime)}));
  const uint64_t first = state().x[kA0];
  EXPECT_TRUE(has_completed({csrr_a0(kCsrTime)}));
  EXPECT_EQ(state().x[kA0], first + 1);
}

TEST_F(CsrTest, WithoutZihpmUserModeHasNoEventCounters) {
  EXPECT_TRUE(has_completed({csrr_a0(kCsrMhpmcounter3)})) << "machine mode always has them";
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrHpmcounter3)));
}

class ZihpmTest : public CsrTest {
 protected:
  ZihpmTest() : CsrTest("rv64gc_zihpm") {}
};

TEST_F(ZihpmTest, EventCountersStandAtZero) {
  for (unsigned i = 0; i < 29; ++i) {
    EXPECT_EQ(written(kCsrMhpmcounter3 + i, 7), 0u);
    EXPECT_EQ(written(kCsrMhpmevent3 + i, 7), 0u);
  }
  EXPECT_TRUE(has_completed({csrr_a0(kCsrHpmcounter3), csrr_a0(kCsrHpmcounter31)}));
  state().privilege = kSupervisor;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrHpmcounter3)));
  state().mcounteren = 8;
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({csrr_a0(kCsrHpmcounter3)}));
}

class SstcTest : public CsrTest {
 protected:
  SstcTest() : CsrTest("rv64gc_sstc") {}
};

TEST_F(SstcTest, TheTimerInterruptIsPendingOnceTimeHasReachedIt) {
  state().menvcfg = kEnvStce;
  EXPECT_EQ(written(kCsrStimecmp, 0), 0u);
  execute({csrr_a0(kCsrMip)});
  EXPECT_EQ(state().x[kA0], 1u << kSupervisorTimer);

  written(kCsrStimecmp, ~uint64_t{0});
  execute({csrr_a0(kCsrMip)});
  EXPECT_EQ(state().x[kA0], 0u);
}

TEST_F(SstcTest, SupervisorModeSetsItsTimerWhereItMay) {
  state().privilege = kSupervisor;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrStimecmp))) << "neither bit is set";
  state().menvcfg = kEnvStce;
  state().privilege = kSupervisor;
  EXPECT_TRUE(is_illegal(csrr_a0(kCsrStimecmp))) << "time is not allowed";
  state().mcounteren = 2;
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({csrr_a0(kCsrStimecmp)}));
}

class BitManipulationTest : public CsrTest {
 protected:
  BitManipulationTest() : CsrTest("rv64gcb") {}
};

TEST_F(BitManipulationTest, HasTheLetterB) {
  execute({csrr_a0(kCsrMisa)});
  EXPECT_EQ(state().x[kA0] & 0x3ff'ffff, 0x14'112fu);
}

class Rv32Test : public CsrTest {
 protected:
  Rv32Test() : CsrTest("rv32gc") {}
};

TEST_F(Rv32Test, UpperHalvesExist) {
  EXPECT_TRUE(has_completed({csrr_a0(kCsrTimeh), csrr_a0(kCsrMstatush)}));
  execute({csrr_a0(kCsrMisa)});
  EXPECT_EQ(state().x[kA0] >> 30 & 3, 1u);
}

class MicrocontrollerTest : public HartTest {
 protected:
  MicrocontrollerTest()
      : HartTest(HartConfig{.isa = parse_isa("rv64imac_zicsr").value(), .has_supervisor = false}) {}

  bool is_illegal(uint32_t bits) {
    execute({bits});
    return state().mcause == 2 && state().mtval == bits;
  }
};

TEST_F(MicrocontrollerTest, HasNoSupervisorModeAndSaysSo) {
  execute({csrr_a0(kCsrMisa)});
  EXPECT_EQ(state().x[kA0] >> 18 & 1, 0u);
  EXPECT_EQ(state().x[kA0] >> 20 & 1, 1u) << "user mode is there";
  for (const unsigned csr : {kCsrSatp, kCsrSstatus, kCsrStvec, kCsrMedeleg, kCsrMideleg}) {
    EXPECT_TRUE(is_illegal(csrr_a0(csr))) << std::hex << csr;
  }
  EXPECT_TRUE(is_illegal(kSret));
  EXPECT_TRUE(is_illegal(kSfenceVma));
}

TEST_F(MicrocontrollerTest, KeepsNoBitsThatOnlySupervisorModeHas) {
  state().x[kA1] = ~uint64_t{0};
  ASSERT_TRUE(has_completed({csrrw_a0(kCsrMie), csrr_a0(kCsrMie)}));
  EXPECT_EQ(state().x[kA0], kMachineInterrupts);
  state().x[kA1] = uint64_t{1} << kStatusMppShift | kStatusSum | kStatusSie;
  state().mstatus = kStatusMpp;
  ASSERT_TRUE(has_completed({csrrw_a0(kCsrMstatus), csrr_a0(kCsrMstatus)}));
  EXPECT_EQ(state().x[kA0] & (kStatusMpp | kStatusSum | kStatusSie), kStatusMpp);
}

}  // namespace
}  // namespace vm::riscv
