// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json.h"
#include "tests/unit/runtime/support/sample.h"

namespace {

using qapi::Origin;
using qapi::PhaseSet;
using sample::KettlePhase;
using sample::phase;
using sample::Program;
using testing::ElementsAre;
using testing::IsEmpty;

PhaseSet in(KettlePhase p) {
  return PhaseSet::of(phase(p));
}

std::string error_of(const qapi::Result<std::string>& answer) {
  return answer ? "succeeded: " + *answer : answer.error().desc;
}

TEST(PhaseTable, DescribesSetsByTheNamesOfTheirGroups) {
  const qapi::PhaseTable& table = sample::phase_table();
  const PhaseSet ready = in(KettlePhase::Cold) | in(KettlePhase::Boiling) | in(KettlePhase::Done);
  EXPECT_EQ(table.describe(in(KettlePhase::Lit)), "lit");
  EXPECT_EQ(table.describe(in(KettlePhase::Lit) | ready), "lit and ready");
  EXPECT_EQ(
      table.describe(in(KettlePhase::Empty) | in(KettlePhase::Lit) | in(KettlePhase::Done)),
      "empty, lit and done"
  );
  EXPECT_EQ(table.group_of(phase(KettlePhase::Boiling)), "ready");
  EXPECT_EQ(table.find_set("ready"), ready);
  EXPECT_EQ(table.find_set("cold"), in(KettlePhase::Cold));
  EXPECT_EQ(table.find_set("nowhere"), std::nullopt);
}

TEST(PhaseTable, NamesTheExceptionsFromAGroupToWhoStandsInIt) {
  constexpr std::string_view names[] = {"off", "on", "busy", "idle", "broken"};
  constexpr PhaseSet ready(0b11110);
  constexpr qapi::PhaseGroup groups[] = {
      {.name = "off", .leaves = PhaseSet(1)},
      {.name = "ready", .leaves = ready},
  };
  const qapi::PhaseTable table =
      {.name = "P", .names = names, .groups = groups, .transitions = {}, .next_step = {}};
  const PhaseSet broken(0b10000);
  EXPECT_EQ(table.describe(ready.minus(broken)), "ready (except broken)");
  EXPECT_EQ(table.describe(ready.minus(broken), qapi::Phase{4}), "ready (except broken)");
  EXPECT_EQ(table.describe(ready.minus(broken), qapi::Phase{0}), "ready");
  EXPECT_EQ(table.describe(PhaseSet(0b00110)), "on and busy") << "half of a group";
}

TEST(Dispatcher, MovesAlongTheTable) {
  Program program;
  std::vector<std::string> moves;
  program.kettle.phases().subscribe([&](qapi::Phase, qapi::Phase to, std::string_view cause) {
    moves.push_back(std::string(cause) + " " + std::string(sample::phase_table().name_of(to)));
  });
  EXPECT_TRUE(program.run("fill", R"({"water": "some"})"));
  EXPECT_TRUE(program.run("light"));
  EXPECT_TRUE(program.run("place"));
  EXPECT_TRUE(program.run("boil"));
  EXPECT_TRUE(program.run("cool"));
  EXPECT_THAT(
      moves,
      ElementsAre("fill filled", "light lit", "place cold", "boil boiling", "cool cold")
  );
}

TEST(Dispatcher, LetsTheHandlerChoose) {
  Program program;
  program.run("fill", R"({"water": "little"})");
  program.run("light");
  program.run("place");
  EXPECT_TRUE(program.run("boil"));
  EXPECT_EQ(program.now(), phase(KettlePhase::Done));
}

TEST(Dispatcher, RefusesWhatIsOutOfPhase) {
  Program program;
  EXPECT_EQ(
      error_of(program.run("add-spice", R"({"name": "ginger"})")),
      "add-spice: not in phase empty; it runs in lit and ready (next: fill)"
  );
  program.run("fill", R"({"water": "some"})");
  EXPECT_EQ(
      error_of(program.run("cool")),
      "cool: not in phase filled; it runs in boiling (next: light)"
  );
  // No way leads back.
  EXPECT_EQ(
      error_of(program.run("fill", R"({"water": "more"})")),
      "fill: not in phase filled; it runs in empty"
  );
  EXPECT_THAT(program.kettle.calls, ElementsAre("fill some"));
}

TEST(Dispatcher, ProposesANameToPeopleOnly) {
  Program program;
  EXPECT_EQ(error_of(program.run("ligth")), "The command ligth has not been found");
  EXPECT_EQ(
      error_of(program.run("ligth", "{}", Origin::Kind::Script)),
      "The command ligth has not been found; did you mean 'light'?"
  );
  EXPECT_EQ(program.run("ligth").error().error_class, qapi::ErrorClass::CommandNotFound);
}

TEST(Dispatcher, LeavesEverythingAsItWasWhenACommandFails) {
  Program program;
  EXPECT_EQ(error_of(program.run("fill", R"({"water": "acid"})")), "acid would eat the kettle");
  EXPECT_EQ(program.now(), phase(KettlePhase::Empty));
  EXPECT_EQ(program.kettle.water, "");
}

TEST(Dispatcher, ChecksArgumentsBeforeAnythingRuns) {
  Program program;
  EXPECT_EQ(
      error_of(program.run("fill", R"({"water": 1})")),
      "Invalid parameter type for 'water', expected: string"
  );
  EXPECT_EQ(error_of(program.run("query-status", R"({"x": 1})")), "Parameter 'x' is unexpected");
  EXPECT_THAT(program.kettle.calls, IsEmpty());
}

TEST(Dispatcher, WalksForPeopleByItself) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  EXPECT_TRUE(program.run("add-spice", R"({"name": "ginger"})", Origin::Kind::CommandLine));
  EXPECT_THAT(program.kettle.calls, ElementsAre("fill some", "light", "add-spice ginger"));
  EXPECT_EQ(program.now(), phase(KettlePhase::Lit));
}

TEST(Dispatcher, DoesNotWalkWhereTheUserIsAProgramOrSaysSo) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  EXPECT_FALSE(program.run("add-spice", R"({"name": "ginger"})", Origin::Kind::Script));
  program.dispatcher.set_explicit_phases(true);
  EXPECT_EQ(
      error_of(program.run("add-spice", R"({"name": "ginger"})", Origin::Kind::CommandLine)),
      "add-spice: not in phase filled; it runs in lit and ready (next: light)"
  );
}

TEST(Dispatcher, TakesBackTheWalkOfACommandThatFails) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  EXPECT_EQ(
      error_of(program.run("add-spice", R"({"name": "salt"})", Origin::Kind::CommandLine)),
      "salt in tea"
  );
  EXPECT_EQ(program.now(), phase(KettlePhase::Filled));
  EXPECT_THAT(program.kettle.spices, IsEmpty());
}

TEST(Dispatcher, StopsWalkingWhereArgumentsAreNeeded) {
  Program program;
  EXPECT_EQ(
      error_of(program.run("until-phase", R"({"text": "ready"})")),
      "until-phase: fill comes first, and needs 'water'"
  );
  EXPECT_EQ(
      error_of(program.run("add-spice", R"({"name": "ginger"})", Origin::Kind::CommandLine)),
      "add-spice: fill comes first, and needs 'water'"
  );
}

TEST(Dispatcher, WalksToTheNearestPhaseOfASet) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  EXPECT_TRUE(program.run("until-phase", R"({"text": "ready"})"));
  EXPECT_EQ(program.now(), phase(KettlePhase::Cold));
  EXPECT_TRUE(program.run("until-phase", R"({"text": "ready"})"));
  EXPECT_THAT(program.kettle.calls, ElementsAre("fill some", "light", "place"));
}

TEST(Dispatcher, RefusesToWalkBack) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  EXPECT_EQ(
      error_of(program.run("until-phase", R"({"text": "empty"})")),
      "until-phase: phase empty lies behind filled"
  );
}

TEST(Dispatcher, KeepsTheStepsBeforeOneThatFails) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  program.run("light");
  program.kettle.matches_are_wet = true;
  Program other;
  other.kettle.matches_are_wet = true;
  other.run("fill", R"({"water": "some"})");
  EXPECT_EQ(
      error_of(other.run("until-phase", R"({"text": "cold"})")),
      "light: the matches are wet"
  );
  EXPECT_EQ(other.now(), phase(KettlePhase::Filled));
  EXPECT_EQ(other.kettle.water, "some");
}

TEST(Dispatcher, RunsAllOrNone) {
  Program program;
  const auto invocation = [](std::string command, std::string_view arguments, std::string where) {
    return qapi::Invocation(
        std::move(command),
        *qapi::parse_json(arguments),
        {Origin::Kind::Config, std::move(where)}
    );
  };
  const qapi::Result<> result = program.dispatcher.dispatch_all({
      invocation("fill", R"({"water": "some"})", "a:1"),
      invocation("add-spice", R"({"name": "ginger"})", "a:2"),
      invocation("add-spice", R"({"name": "salt"})", "a:3"),
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().desc, "a:3: salt in tea");
  EXPECT_EQ(program.now(), phase(KettlePhase::Empty));
  EXPECT_EQ(program.kettle.water, "");
  EXPECT_THAT(program.kettle.spices, IsEmpty());
}

TEST(Dispatcher, LocksOnceHoweverDeepItNests) {
  Program program;
  program.run("fill", R"({"water": "some"})");
  const int before = program.kettle.times_locked;
  EXPECT_TRUE(program.run("until-phase", R"({"text": "boiling"})"));
  EXPECT_EQ(program.kettle.times_locked, before + 1);
  EXPECT_TRUE(program.kettle.is_locked_in_command);
  EXPECT_TRUE(program.kettle.mutex.try_lock());
  program.kettle.mutex.unlock();
}

TEST(UndoLog, TakesBackInReverseWhatWasNotCommitted) {
  qapi::UndoLog log;
  std::string done;
  const auto add = [&](char c) { log.add([&done, c] { done += c; }); };
  add('x');  // outside of any scope: final
  {
    qapi::UndoLog::Scope outer(log);
    add('a');
    {
      qapi::UndoLog::Scope inner(log);
      add('b');
      add('c');
    }
    EXPECT_EQ(done, "cb");
    {
      qapi::UndoLog::Scope inner(log);
      add('d');
      inner.commit();
    }
    add('e');
  }
  EXPECT_EQ(done, "cbeda");
}

TEST(UndoLog, KeepsWhatWasCommittedSoFar) {
  qapi::UndoLog log;
  std::string done;
  const auto add = [&](char c) { log.add([&done, c] { done += c; }); };
  {
    qapi::UndoLog::Scope scope(log);
    add('a');
    scope.commit_so_far();
    add('b');
  }
  EXPECT_EQ(done, "b");
}

TEST(UndoLog, DropsWhatIsAddedWhileTakingBack) {
  qapi::UndoLog log;
  int count = 0;
  std::function<void()> again = [&] {
    ++count;
    log.add(again);
  };
  {
    qapi::UndoLog::Scope scope(log);
    log.add(again);
  }
  EXPECT_EQ(count, 1);
}

TEST(EventBus, LetsListenersLeaveWhileItEmits) {
  qapi::EventBus bus;
  std::vector<std::string> heard;
  qapi::EventBus::Subscription second = 0;
  bus.subscribe([&](const qapi::Event& event) {
    heard.push_back("first " + std::string(event.name));
    bus.unsubscribe(second);
    bus.subscribe([&](const qapi::Event&) { heard.push_back("new"); });
  });
  second = bus.subscribe([&](const qapi::Event&) { heard.push_back("second"); });
  bus.emit("A");
  EXPECT_THAT(heard, ElementsAre("first A"));
}

TEST(EventBus, StampsEventsWithTheTime) {
  qapi::EventBus bus;
  int64_t seconds = 0;
  bus.subscribe([&](const qapi::Event& event) {
    seconds = event.seconds;
    EXPECT_LT(event.microseconds, 1'000'000);
  });
  bus.emit("A", "{}");
  EXPECT_NEAR(static_cast<double>(seconds), static_cast<double>(std::time(nullptr)), 2.0);
}

}  // namespace
