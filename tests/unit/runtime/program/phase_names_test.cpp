// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/phase_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qapi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Phase kOff{0};
constexpr Phase kIdle{1};
constexpr Phase kHeating{2};
constexpr PhaseSet kOn = PhaseSet::of(kIdle) | PhaseSet::of(kHeating);

constexpr std::string_view kNames[] = {"off", "idle", "heating"};
constexpr PhaseGroup kGroups[] = {
    {.name = "off", .leaves = PhaseSet::of(kOff)},
    {.name = "on", .leaves = kOn},
};
constexpr int16_t kNextStep[] = {-1, 4, 4, -1, -1, 7, -1, -1, -1};
constexpr PhaseTable kTable = {
    .name = "SamplePhase",
    .names = kNames,
    .groups = kGroups,
    .transitions = {},
    .next_step = kNextStep,
};

TEST(PhaseNames, AreThoseOfTheLeavesInOrder) {
  EXPECT_THAT(phase_names(kTable, kOn), ElementsAre("idle", "heating"));
  EXPECT_THAT(phase_names(kTable, PhaseSet()), ElementsAre());
}

TEST(PhaseNames, FindALeafAndASet) {
  EXPECT_EQ(find_phases(kTable, "idle").value(), PhaseSet::of(kIdle));
  EXPECT_EQ(find_phases(kTable, "off").value(), PhaseSet::of(kOff));
  EXPECT_EQ(find_phases(kTable, "on").value(), kOn);
}

TEST(PhaseNames, ProposeTheNearestForOneThatIsUnknown) {
  auto found = find_phases(kTable, "heatng");
  ASSERT_FALSE(found);
  EXPECT_THAT(found.error().desc, HasSubstr("no phase 'heatng'; did you mean 'heating'?"));
}

TEST(SourcesOf, AreWhereAnyOfTheMovesStarts) {
  constexpr Move kMoves[] = {
      {.from = PhaseSet::of(kIdle), .to = PhaseSet::of(kHeating)},
      {.from = PhaseSet::of(kHeating), .to = PhaseSet::of(kOff)},
  };
  EXPECT_EQ(sources_of(kMoves), kOn);
}

TEST(PhaseSteps, AreThoseOfPairsThatAWayConnects) {
  auto steps = phase_steps(kTable);
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[1].from, kOff);
  EXPECT_EQ(steps[1].to, kHeating);
  EXPECT_EQ(steps[1].command, 4u);
  EXPECT_EQ(steps[2].from, kIdle);
  EXPECT_EQ(steps[2].command, 7u);
}

}  // namespace
}  // namespace qapi
