// SPDX-License-Identifier: Apache-2.0
//
// Which invocations still stand, told by commands of shelves and of what is on them.

#include "runtime/dispatch/ledger.h"

#include <cstddef>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "runtime/json/object_type.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace {

using qapi::Command;
using qapi::Json;
using qapi::Ledger;
using qapi::UndoLog;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kKey[] = {"id"};
constexpr std::string_view kBooks[] = {"books"};

/// Of all commands here; each is given what it needs.
struct Args {
  std::optional<std::string> id;
  std::optional<int64_t> page;
  std::optional<std::string> floor;
  std::optional<std::string> wall;

  static const qapi::ObjectType kType;
};

constexpr qapi::Member kArgsMembers[] = {
    {"id", offsetof(Args, id), &qapi::type<std::optional<std::string>>},
    {"page", offsetof(Args, page), &qapi::type<std::optional<int64_t>>},
    {"floor", offsetof(Args, floor), &qapi::type<std::optional<std::string>>},
    {"wall", offsetof(Args, wall), &qapi::type<std::optional<std::string>>},
};

constinit const qapi::ObjectType Args::kType{qapi::kValue<Args>, kArgsMembers};

constexpr Command command(std::string_view name, std::string_view section) {
  return {
      .name = name,
      .in = {},
      .config = {.name = section},
      .arguments = &Args::kType,
      .run = nullptr,
  };
}

constexpr Command list_command(std::string_view name, std::string_view section) {
  Command made = command(name, section);
  made.key = kKey;
  made.config.list = true;
  return made;
}

constexpr Command removal() {
  Command made = command("take", "");
  made.key = kKey;
  made.removes = kBooks;
  return made;
}

constexpr Command merging_command() {
  Command made = command("paint", "colours");
  made.config.merges = true;
  return made;
}

constexpr Command kPut = list_command("put", "books");
constexpr Command kTake = removal();
constexpr Command kPaint = merging_command();
constexpr Command kChoose = command("choose", "wall");
constexpr Command kAsk = command("ask", "");

class LedgerTest : public testing::Test {
 protected:
  /// Runs a command; `notes` is what its function says to the ledger.
  void run(
      const Command& command,
      std::string_view arguments,
      const std::vector<Ledger::Subject>& notes = {}
  ) {
    const Json json = *qapi::parse_json(arguments);
    std::vector<qapi::Error> errors;
    Ledger::Listener listener(ledger_);
    for (const Ledger::Subject& note : notes) {
      ledger_.note(note);
    }
    listener.enter(command, qapi::Reader(json, qapi::Spelling::Json, errors));
  }

  std::vector<std::string> standing() const {
    std::vector<std::string> list;
    for (const auto& [number, entry] : ledger_.entries()) {
      list.push_back(std::string(entry.command->name) + " " + encoded(entry.arguments));
    }
    return list;
  }

  UndoLog undo_;
  Ledger ledger_{undo_};
};

TEST_F(LedgerTest, HoldsWhatStandsInConfigFiles) {
  run(kAsk, "{}");
  run(kPut, R"({"id":"a"})");
  run(kChoose, R"({"wall":"left"})");
  EXPECT_THAT(standing(), ElementsAre(R"(put {"id":"a"})", R"(choose {"wall":"left"})"));
}

TEST_F(LedgerTest, KeepsTheLaterOfWhatThereIsOnce) {
  run(kChoose, R"({"wall":"left"})");
  run(kChoose, R"({"wall":"right"})");
  run(kPut, R"({"id":"a","page":1})");
  run(kPut, R"({"id":"a","page":2})");
  EXPECT_THAT(standing(), ElementsAre(R"(choose {"wall":"right"})", R"(put {"id":"a","page":2})"));
}

TEST_F(LedgerTest, MergesWhatIsSaidBitByBit) {
  run(kPaint, R"({"floor":"red","wall":"blue"})");
  run(kPaint, R"({"wall":"white"})");
  EXPECT_THAT(standing(), ElementsAre(R"(paint {"floor":"red","wall":"white"})"));
}

TEST_F(LedgerTest, StrikesOutWhatIsRemoved) {
  run(kPut, R"({"id":"a"})");
  run(kPut, R"({"id":"b"})");
  run(kTake, R"({"id":"a"})");
  EXPECT_THAT(standing(), ElementsAre(R"(put {"id":"b"})"));
  run(kTake, R"({"id":"never"})");
  EXPECT_THAT(standing(), ElementsAre(R"(put {"id":"b"})"));
}

// Who knows by which path something is found is told of the same thing under any of its names.
TEST_F(LedgerTest, TakesTheFunctionsWordForWhatItIsAbout) {
  run(kPut, R"({"id":"a"})", {{"/shelf/a"}});
  run(kTake, R"({"id":"shelf/a"})", {{"/shelf/a"}});
  EXPECT_THAT(standing(), IsEmpty());
}

TEST_F(LedgerTest, TakesWhatIsInsideWithTheWhole) {
  run(kPut, R"({"id":"shelf"})", {{"/shelf"}});
  run(kPut, R"({"id":"inside"})", {{"/shelf/inside"}});
  run(kPut, R"({"id":"port"})", {{"/shelf:port", "/other"}});
  run(kPut, R"({"id":"neighbour"})", {{"/shelf2"}});
  run(kTake, R"({"id":"shelf"})", {{"/shelf"}});
  EXPECT_THAT(standing(), ElementsAre(R"(put {"id":"neighbour"})"));
}

TEST_F(LedgerTest, EntersEachThatAFunctionTellsOf) {
  run(kPut, R"({"id":"both"})", {{"/a"}, {"/b"}});
  EXPECT_THAT(standing(), testing::SizeIs(2));
}

TEST_F(LedgerTest, HearsOfAnInnerCommandOnItsOwn) {
  Ledger::Listener outer(ledger_);
  ledger_.note({"/outer"});
  run(kPut, R"({"id":"inner"})");
  EXPECT_THAT(standing(), ElementsAre(R"(put {"id":"inner"})"));
  run(kTake, R"({"id":"inner"})");
  EXPECT_THAT(standing(), IsEmpty());
}

TEST_F(LedgerTest, IsAsItWasWhenACommandFails) {
  run(kPut, R"({"id":"a"})", {{"/a"}});
  run(kPaint, R"({"wall":"blue"})");
  const std::vector<std::string> before = standing();
  {
    UndoLog::Scope scope(undo_);
    run(kPut, R"({"id":"b"})");
    run(kTake, R"({"id":"a"})", {{"/a"}});
    run(kPaint, R"({"wall":"red"})");
    EXPECT_NE(standing(), before);
  }
  EXPECT_EQ(standing(), before);
  run(kTake, R"({"id":"a"})", {{"/a"}});
  EXPECT_THAT(standing(), ElementsAre(R"(paint {"wall":"blue"})"));
}

}  // namespace
