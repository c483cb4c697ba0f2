// SPDX-License-Identifier: Apache-2.0
//
// Who may do what while a transaction is open.

#include "runtime/dispatch/transaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "tests/unit/runtime/support/sample.h"

namespace {

using qapi::Invocation;
using qapi::Json;
using qapi::Origin;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TransactionTest : public testing::Test {
 protected:
  /// What became of it: the answer, or the error.
  std::string run(const std::string& client, std::string command, Json arguments = {}) {
    return told(program_.dispatcher.dispatch(of(client, std::move(command), std::move(arguments))));
  }

  std::string run_out_of_band(const std::string& client, std::string command) {
    return told(program_.dispatcher.dispatch_out_of_band(of(client, std::move(command), {})));
  }

  std::vector<std::string> journal() {
    std::vector<std::string> list;
    for (const auto& entry : program_.kettle.journal().entries()) {
      list.push_back(entry.command);
    }
    return list;
  }

  sample::Program program_;

 private:
  static Invocation of(const std::string& client, std::string command, Json arguments) {
    return Invocation(
        std::move(command),
        std::move(arguments),
        Origin{.kind = Origin::Kind::Qmp, .where = client}
    );
  }

  static std::string told(const qapi::Result<std::string>& outcome) {
    return outcome ? *outcome : outcome.error().desc;
  }
};

const Json kWater = {{"water", "some"}};

TEST_F(TransactionTest, KeepsAllWhenCommitted) {
  EXPECT_EQ(run("a", "begin"), "{}");
  EXPECT_EQ(run("a", "fill", kWater), "{}");
  EXPECT_EQ(run("a", "commit"), "{}");
  EXPECT_EQ(program_.kettle.water, "some");
  EXPECT_EQ(program_.dispatcher.transaction(), nullptr);
  EXPECT_THAT(journal(), ElementsAre("fill"));
}

TEST_F(TransactionTest, TakesAllBackWhenAborted) {
  run("a", "begin");
  run("a", "fill", kWater);
  EXPECT_EQ(run("a", "abort"), "{}");
  EXPECT_EQ(program_.kettle.water, "");
  EXPECT_EQ(program_.now(), sample::phase(sample::KettlePhase::Empty));
  EXPECT_THAT(journal(), IsEmpty());
}

TEST_F(TransactionTest, IsAbortedWhenItsOwnerGoesAndNotWhenAnotherDoes) {
  run("a", "begin");
  run("a", "fill", kWater);
  program_.dispatcher.abort_transaction_of("b");
  EXPECT_EQ(program_.kettle.water, "some");
  program_.dispatcher.abort_transaction_of("a");
  EXPECT_EQ(program_.kettle.water, "");
  EXPECT_EQ(run("b", "fill", kWater), "{}");
}

TEST_F(TransactionTest, GoesOnBehindACommandThatFails) {
  run("a", "begin");
  run("a", "fill", kWater);
  EXPECT_EQ(run("a", "nonsense"), "The command nonsense has not been found");
  program_.kettle.matches_are_wet = true;
  EXPECT_EQ(run("a", "light"), "the matches are wet");
  run("a", "commit");
  EXPECT_EQ(program_.kettle.water, "some");
}

TEST_F(TransactionTest, LetsOthersLookAndNothingElse) {
  run("a", "begin");
  EXPECT_EQ(run("b", "fill", kWater), "fill: in use by a, until config-commit or config-abort");
  EXPECT_THAT(run("b", "query-status"), HasSubstr("water"));
  EXPECT_EQ(run("b", "commit"), "the transaction is that of a");
  EXPECT_EQ(run("b", "abort"), "the transaction is that of a");
  EXPECT_EQ(run("b", "begin"), "there is a transaction already; they do not nest");
  EXPECT_EQ(run("a", "fill", kWater), "{}");
}

TEST_F(TransactionTest, NeedsABeginning) {
  EXPECT_EQ(run("a", "commit"), "there is no transaction; config-begin begins one");
  EXPECT_EQ(run("a", "abort"), "there is no transaction; config-begin begins one");
}

TEST_F(TransactionTest, StaysWhereItMayBegin) {
  run("a", "begin");
  run("a", "fill", kWater);
  run("a", "light");
  EXPECT_THAT(run("a", "place"), HasSubstr("leads to cold, and a transaction stays in"));
  EXPECT_EQ(run("a", "commit"), "{}");
  EXPECT_EQ(run("a", "place"), "{}");
}

TEST_F(TransactionTest, RefusesWhatRunsOutOfBandWhoseverItIs) {
  run("a", "begin");
  for (const char* client : {"a", "b"}) {
    EXPECT_THAT(
        run_out_of_band(client, "blow"),
        HasSubstr("blow: cannot be taken back when it runs out of band, so not in a transaction")
    );
  }
  EXPECT_EQ(run("a", "blow"), "{}");
  run("a", "commit");
  EXPECT_EQ(run_out_of_band("b", "blow"), "{}");
}

TEST_F(TransactionTest, EntersWhatRanOutOfBandIntoTheJournal) {
  EXPECT_EQ(run_out_of_band("b", "blow"), "{}");
  EXPECT_THAT(journal(), IsEmpty());
  program_.dispatcher.settle();
  EXPECT_THAT(journal(), ElementsAre("blow"));
  EXPECT_EQ(program_.kettle.journal().entries().front().origin, "b");
}

}  // namespace
