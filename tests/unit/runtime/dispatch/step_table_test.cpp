// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/step_table.h"

#include <gtest/gtest.h>

namespace qapi {
namespace {

constexpr Phase kOff{0};
constexpr Phase kOn{1};
constexpr Phase kHot{2};
constexpr PhaseSet kWarm = PhaseSet::of(kOn) | PhaseSet::of(kHot);

TEST(StepTable, HoldsACommandForEachWayAndNothingElse) {
  constexpr auto kTable = step_table<3>({{kOff, kWarm, 4}, {kOn, PhaseSet::of(kHot), 7}});
  constexpr std::array<int16_t, 9> kExpected = {-1, 4, 4, -1, -1, 7, -1, -1, -1};
  EXPECT_EQ(kTable, kExpected);
}

TEST(Target, IsWhereTheMovesLead) {
  constexpr Move kMoves[] = {
      {.from = PhaseSet::of(kOn), .to = PhaseSet::of(kHot)},
      {.from = PhaseSet::of(kHot), .to = PhaseSet::of(kOff)},
  };
  EXPECT_EQ(target(kMoves, kOn), kHot);
  EXPECT_EQ(target(kMoves, kHot), kOff);
  EXPECT_EQ(target(kMoves, kOff), kOff);
}

}  // namespace
}  // namespace qapi
