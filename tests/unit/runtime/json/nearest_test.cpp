// SPDX-License-Identifier: Apache-2.0
//
// What is proposed for an unknown name. tests/codegen/test_nearest.py has the same cases.

#include "runtime/json/nearest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/base/file.h"
#include "runtime/json/json.h"

namespace {

using qapi::did_you_mean;
using qapi::Json;
using qapi::nearest;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kWords[] = {"paused", "running"};

TEST(Nearest, ProposesTheSameAsTheGenerator) {
  const auto text = qapi::read_file(SOURCE_DIR "/tests/support/nearest.json");
  ASSERT_TRUE(text) << text.error().desc;
  const auto cases = qapi::parse_json(*text);
  ASSERT_TRUE(cases) << cases.error().desc;
  ASSERT_FALSE(cases->empty());
  for (const Json& each : *cases) {
    const auto name = each["name"].get<std::string>();
    const auto known = each["known"].get<std::vector<std::string>>();
    const std::vector<std::string_view> views(known.begin(), known.end());
    const auto proposed = each["proposed"].get<std::vector<std::string>>();
    const auto found = nearest(name, views);
    EXPECT_EQ(std::vector<std::string>(found.begin(), found.end()), proposed) << name;
  }
}

TEST(Nearest, ProposesWhatWasProbablyMeant) {
  constexpr std::string_view kKnown[] = {"device_add", "device_del", "query-status", "stop", "S"};
  EXPECT_THAT(nearest("device-add", kKnown), ElementsAre("device_add"));
  EXPECT_THAT(nearest("devcie_del", kKnown), ElementsAre("device_del"));
  EXPECT_THAT(nearest("query-staus", kKnown), ElementsAre("query-status"));
  EXPECT_THAT(nearest("STOP", kKnown), ElementsAre("stop"));
  EXPECT_THAT(nearest("frobnicate", kKnown), IsEmpty());
  EXPECT_THAT(nearest("x", kKnown), IsEmpty());
  EXPECT_EQ(did_you_mean("stpo", kKnown), "; did you mean 'stop'?");
}

TEST(Nearest, SpellsOutUpToThreeNames) {
  constexpr std::string_view kMany[] = {"an", "at", "in", "no"};
  EXPECT_EQ(did_you_mean("runing", kWords), "; did you mean 'running'?");
  EXPECT_EQ(did_you_mean("on", kMany), "; did you mean 'an', 'in' or 'no'?");
  EXPECT_EQ(did_you_mean("zebra", kWords), "");
}

TEST(Nearest, NamesOnceWhatIsKnownTwice) {
  constexpr std::string_view kTwice[] = {"running", "running"};
  EXPECT_THAT(nearest("runnin", kTwice), ElementsAre("running"));
}

TEST(Nearest, ComparesNoEndlessNames) {
  const std::string endless(100'000, 'r');
  const std::string_view known[] = {endless, "running"};
  EXPECT_THAT(nearest(endless, known), IsEmpty());
  EXPECT_THAT(nearest("runnin", known), ElementsAre("running"));
}

}  // namespace
