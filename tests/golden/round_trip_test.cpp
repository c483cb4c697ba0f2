// SPDX-License-Identifier: Apache-2.0
//
// The generated code of the golden schema at work: values to JSON and back, what is refused and
// how, the tables.

#include <chrono>
#include <functional>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "generated/cli/options.h"
#include "generated/commands/command_table.h"
#include "generated/commands/everything.h"
#include "generated/events/everything.h"
#include "generated/introspect/introspection.h"
#include "generated/objects/heater.h"
#include "generated/phases/phases.h"
#include "generated/types/everything.h"

#include "kiln/kiln.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/branch.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"

// The handwritten half: just enough to be called.
namespace kiln {

qapi::Result<api::LoadInfo> commands::load(Kiln&, const api::LoadArgs& args) {
  return api::LoadInfo{.pieces = args.pieces};
}

qapi::Result<qapi::Going<api::FireTo>> commands::fire(Kiln&, const api::FireArgs& args) {
  return qapi::Going<api::FireTo>{
      args.fan == api::Switch::Off ? api::FireTo::Holding : api::FireTo::Heating};
}

qapi::Result<> commands::pause(Kiln&) {
  return {};
}
qapi::Result<> commands::unload(Kiln&) {
  return {};
}
qapi::Result<> commands::until_phase(Kiln&, const api::UntilPhaseArgs&) {
  return {};
}
qapi::Result<> commands::set_fuel(Kiln&, const api::Fuel&) {
  return {};
}
qapi::Result<> commands::tune(Kiln&, const api::TuneArgs&) {
  return {};
}
qapi::Result<> commands::device_add(Kiln&, const api::DeviceAddArgs&) {
  return {};
}
qapi::Result<api::Status> commands::query_status(Kiln&) {
  return api::Status{};
}
qapi::Result<uint64_t> commands::query_uptime(Kiln&) {
  return 7;
}
qapi::Result<std::vector<std::string>> commands::query_names(Kiln&) {
  return {{"a", "b"}};
}
qapi::Result<qapi::RawJson> commands::query_legacy(Kiln&) {
  return qapi::RawJson{"[]"};
}
qapi::Result<> commands::remove_part(Kiln&, const api::RemovePartArgs&) {
  return {};
}
qapi::Result<> commands::x_crash(Kiln&) {
  return {};
}

namespace {

template <typename T>
qapi::Result<T> parse(std::string_view text) {
  return qapi::decode_all<T>(qapi::Json::parse(text), qapi::Spelling::Json);
}

/// The text after it was decoded and encoded.
template <typename T>
std::string through(std::string_view text) {
  const auto value = parse<T>(text);
  if (!value) return value.error().desc;
  const std::string written = qapi::encoded(*value);
  EXPECT_EQ(parse<T>(written), *value);
  return written;
}

template <typename T>
std::string fault(std::string_view text) {
  const auto value = parse<T>(text);
  return value ? "accepted" : value.error().desc;
}

TEST(GeneratedStruct, FillsInItsDefaults) {
  EXPECT_EQ(
      through<api::DetailedCurve>(R"({"name": "a", "points": [], "author": "b"})"),
      R"({"name":"a","points":[],"author":"b","revision":1,"margin":2.5,"size":4096})"
  );
}

TEST(GeneratedStruct, HoldsOneOfItsOwnType) {
  constexpr auto kText =
      R"({"name":"a","points":[{"celsius":1.5,"minute":2}],"next":{"name":"b","points":[]}})";
  EXPECT_EQ(through<api::Curve>(kText), kText);
  EXPECT_EQ(parse<api::Curve>(kText)->next->name, "b");
}

TEST(GeneratedStruct, NamesThePathOfAFault) {
  EXPECT_EQ(
      fault<api::Curve>(R"({"name": "a", "points": [{"celsius": 1, "minute": 10081}]})"),
      "Parameter 'points[0].minute' is 10081; it must be 0 to 10080 min"
  );
  EXPECT_EQ(fault<api::Curve>(R"({"name": "a"})"), "Parameter 'points' is missing");
  EXPECT_EQ(
      fault<api::Curve>(R"({"name": "a", "points": [], "pionts": []})"),
      "Parameter 'pionts' is unexpected; did you mean 'points'?"
  );
}

TEST(GeneratedEnum, KnowsItsNames) {
  EXPECT_EQ(api::to_string(api::Material::N2ndFiring), "2nd-firing");
  EXPECT_EQ(
      fault<api::WoodFuel>(R"({"logs": 1, "material": "cley"})"),
      "Parameter 'material' does not accept value 'cley'; did you mean 'clay'?"
  );
}

TEST(GeneratedUnion, HasTheMembersOfItsBranch) {
  EXPECT_EQ(through<api::Fuel>(R"({"kind": "gas"})"), R"({"kind":"gas","pressure":20})");
  EXPECT_EQ(through<api::Fuel>(R"({"kind": "sun", "price": 0})"), R"({"kind":"sun","price":0})");
  EXPECT_EQ(fault<api::Fuel>(R"({"kind": "sun", "logs": 1})"), "Parameter 'logs' is unexpected");
  EXPECT_EQ(fault<api::Fuel>(R"({"logs": 1})"), "Parameter 'kind' is missing");
}

TEST(GeneratedAlternate, IsToldByItsJsonType) {
  EXPECT_EQ(parse<api::CurveRef>(R"("a")")->kind(), api::CurveRef::Kind::Reference);
  EXPECT_EQ(parse<api::CurveRef>(R"(["a"])")->kind(), api::CurveRef::Kind::Several);
  EXPECT_EQ(parse<api::CurveRef>("null")->kind(), api::CurveRef::Kind::None);
  constexpr auto kCurve = R"({"name":"a","points":[]})";
  EXPECT_EQ(through<api::CurveRef>(kCurve), kCurve);
  EXPECT_EQ(
      fault<api::FireArgs>(R"({"curve": true})"),
      "Invalid parameter type for 'curve', expected: CurveRef"
  );
}

TEST(GeneratedArguments, CollectWhatIsNotDeclared) {
  const auto args = parse<api::TuneArgs>(R"({"what": "fan", "speed": 3})");
  ASSERT_TRUE(args);
  EXPECT_EQ(qapi::encoded(args->values), R"({"speed":3})");
  EXPECT_EQ(qapi::encoded(*args), R"({"what":"fan","speed":3})");
}

/// What the first version saved, in which there was one fan.
qapi::Json first_snapshot() {
  return {
      {"control", 3},
      {"setpoint", {900, 950}},
      {"history", std::vector<int>(16)},
      {"log", {"on"}},
      {"fan", 40},
  };
}

TEST(GeneratedState, IsReadFromOlderSnapshotsAndWrittenAsANewOne) {
  auto state = parse<api::HeaterState>(first_snapshot().dump());
  ASSERT_TRUE(state);
  EXPECT_EQ(state->fan, 40);
  EXPECT_TRUE(state->fans.empty());
  state->last_alarms.emplace();
  EXPECT_FALSE(qapi::Json::parse(qapi::encoded(*state)).contains("fan"));
  EXPECT_FALSE(qapi::Json::parse(qapi::encoded(*state)).contains("last-alarms"));
  EXPECT_TRUE(qapi::Json::parse(qapi::encoded(*state)).contains("fans"));
  drop_retired(*state);
  EXPECT_FALSE(state->fan || state->last_alarms);
}

TEST(GeneratedState, OfAnOlderSnapshotIsChecked) {
  qapi::Json snapshot = first_snapshot();
  snapshot["fan"] = 101;
  EXPECT_EQ(
      fault<api::HeaterState>(snapshot.dump()),
      "Parameter 'fan' is 101; it must be 0 to 100"
  );
}

TEST(GeneratedState, LacksNothingThatWasAlwaysThereAndHasNothingElse) {
  qapi::Json snapshot = first_snapshot();
  snapshot.erase("control");
  EXPECT_EQ(fault<api::HeaterState>(snapshot.dump()), "Parameter 'control' is missing");
  snapshot["contrl"] = 3;
  snapshot["control"] = 3;
  EXPECT_EQ(
      fault<api::HeaterState>(snapshot.dump()),
      "Parameter 'contrl' is unexpected; did you mean 'control'?"
  );
}

class GeneratedTables : public testing::Test {
 protected:
  std::string run(const char* command, const char* arguments = "{}") {
    const auto answer = dispatcher_.dispatch(
        qapi::Invocation(command, qapi::Json::parse(arguments), {qapi::Origin::Kind::Qmp, ""})
    );
    return answer ? *answer : answer.error().desc;
  }

  api::KilnPhase phase() { return api::to_kiln_phase(kiln_.phases().now()); }

  Kiln kiln_{api::phase_table()};
  qapi::Dispatcher dispatcher_{kiln_, api::command_table()};
};

TEST_F(GeneratedTables, LeadFromPhaseToPhase) {
  EXPECT_EQ(run("load", R"({"material": "clay", "pieces": 3})"), R"({"pieces":3})");
  EXPECT_EQ(phase(), api::KilnPhase::Loaded);
  EXPECT_EQ(run("fire", R"({"curve": "biscuit", "fan": "off"})"), "{}");
  EXPECT_EQ(phase(), api::KilnPhase::Holding);
  EXPECT_EQ(run("pause"), "{}");
  EXPECT_EQ(phase(), api::KilnPhase::Heating);
  EXPECT_EQ(api::group(phase()), api::KilnPhaseGroup::Hot);
  EXPECT_EQ(api::hot_state(phase()), api::HotState::Heating);
}

TEST_F(GeneratedTables, TellDeprecatedCommandsThatMayBeRejected) {
  EXPECT_EQ(run("query-legacy"), "[]");
  kiln_.set_compat({.rejected = qapi::Special::Deprecated});
  EXPECT_EQ(
      run("query-legacy"),
      "The command query-legacy is deprecated, and deprecated input is rejected"
  );
  EXPECT_EQ(run("query-uptime"), "7");
}

TEST_F(GeneratedTables, TellDeprecatedValuesThatMayBeRejected) {
  constexpr const char* kLead = R"({"material": "lead", "pieces": 3})";
  kiln_.set_compat({.rejected = qapi::Special::Deprecated});
  EXPECT_EQ(
      run("load", kLead),
      "Value 'lead' of parameter 'material' is deprecated, and deprecated input is rejected"
  );
  kiln_.set_compat({.rejected = qapi::Special::Unstable});
  EXPECT_EQ(run("load", kLead), R"({"pieces":3})");
}

TEST_F(GeneratedTables, HideUnstableEvents) {
  int seen = 0;
  kiln_.events().subscribe([&](const qapi::Event&) { ++seen; });
  api::emit_smoke(kiln_.events());
  EXPECT_EQ(seen, 1);
  kiln_.set_compat({.hidden = qapi::Special::Unstable});
  api::emit_smoke(kiln_.events());
  EXPECT_EQ(seen, 1);
  api::emit_ready(kiln_.events(), {.celsius = 20, .material = {}});
  EXPECT_EQ(seen, 2);
}

TEST_F(GeneratedTables, LimitHowOftenEventsAreSent) {
  std::string seen;
  std::function<void()> end;
  kiln_.events().subscribe([&](const qapi::Event& event) { seen += event.data; });
  kiln_.events().set_timer([&](std::chrono::milliseconds delay, std::function<void()> task) {
    EXPECT_EQ(delay, std::chrono::milliseconds(1000));
    if (!end) end = std::move(task);
  });
  api::emit_zone_changed(kiln_.events(), {.zone = 1, .celsius = 20});
  api::emit_zone_changed(kiln_.events(), {.zone = 1, .celsius = 30});
  api::emit_zone_changed(kiln_.events(), {.zone = 2, .celsius = 20});
  api::emit_zone_changed(kiln_.events(), {.zone = 1, .celsius = 40});
  EXPECT_EQ(seen, R"({"zone":1,"celsius":20}{"zone":2,"celsius":20})");
  end();
  EXPECT_TRUE(seen.ends_with(R"({"zone":1,"celsius":40})"));
}

TEST_F(GeneratedTables, MakeTransitionsThatEmit) {
  std::string seen;
  kiln_.events().subscribe([&](const qapi::Event& event) {
    seen += event.name;
    seen += event.data;
  });
  EXPECT_FALSE(api::can_cool_down(kiln_));
  run("load", R"({"material": "clay", "pieces": 3})");
  run("fire", R"({"curve": null})");
  ASSERT_TRUE(api::can_cool_down(kiln_));
  api::cool_down(kiln_, {.celsius = 20, .material = std::nullopt});
  EXPECT_EQ(phase(), api::KilnPhase::Cooled);
  EXPECT_EQ(seen, R"(READY{"celsius":20})");
}

TEST_F(GeneratedTables, KnowTheNextStep) {
  const qapi::PhaseTable& table = api::phase_table();
  const int row =
      table.next(api::to_phase(api::KilnPhase::Empty), api::to_phase(api::KilnPhase::Loaded));
  ASSERT_EQ(row, api::row(api::CommandRow::Load));
  EXPECT_EQ(api::command_table()[static_cast<size_t>(row)].name, "load");
  EXPECT_EQ(api::kHot, api::in(api::KilnPhase::Heating, api::KilnPhase::Holding));
}

TEST_F(GeneratedTables, DescribeEveryCommandOnTheCommandLine) {
  const qapi::CliTable& table = api::cli_table();
  EXPECT_EQ(table.program, "kiln");
  const auto found =
      std::find_if(table.commands.begin(), table.commands.end(), [](const auto& row) {
        return row.command == "device_add";
      });
  ASSERT_NE(found, table.commands.end());
  EXPECT_EQ(found->option, "device");
  EXPECT_EQ(found->selector, "driver");
  ASSERT_EQ(found->branches.size(), 2u);
}

TEST_F(GeneratedTables, DescribeEveryShorthandOnTheCommandLine) {
  std::vector<std::string_view> names;
  for (const qapi::CliOption& option : api::cli_table().options) {
    names.push_back(option.name);
  }
  EXPECT_EQ(names, (std::vector<std::string_view>{"until", "E", "paint", "pots"}));
}

TEST_F(GeneratedTables, HoldIntrospectionAsJson) {
  EXPECT_GT(qapi::Json::parse(api::introspection_json()).size(), api::command_table().size());
}

}  // namespace
}  // namespace kiln
