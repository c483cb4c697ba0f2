// SPDX-License-Identifier: Apache-2.0
//
// Out-of-band execution: what overtakes, what keeps its order, and how much may wait.

#include <algorithm>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/qmp/session.h"
#include "tests/unit/runtime/support/qmp_client.h"

namespace {

using sample::error;
using sample::kQuery;
using sample::kStatus;
using sample::Monitor;
using testing::HasSubstr;

constexpr std::string_view kBlow = R"({"exec-oob": "blow", "id": "blow"})";
constexpr std::string_view kBlown = R"({"return": {}, "id": "blow"})";
constexpr std::string_view kClean = R"({"execute": "clean-whistle"})";
constexpr std::string_view kDone = R"({"return": {}})";

/// A server on a thread of its own, and a client that may send out of band.
class QmpOob : public testing::Test {
 protected:
  QmpOob() : main_([this] { monitor_.loop.run(); }), client_(monitor_.path()) {
    EXPECT_THAT(client_.line(), HasSubstr(R"("capabilities": ["oob"])"));
    EXPECT_EQ(
        client_.ask(R"({"execute": "qmp_capabilities", "arguments": {"enable": ["oob"]}})"),
        kDone
    );
  }

  ~QmpOob() override {
    monitor_.loop.stop();
    main_.join();
  }

  Monitor monitor_;
  std::thread main_;
  sample::WaitingClient client_;
};

TEST_F(QmpOob, OvertakesWhatTheMainThreadIsBusyWith) {
  client_.send(kClean);
  EXPECT_EQ(client_.ask(kBlow), kBlown);
  EXPECT_EQ(client_.line(), kDone);
}

TEST_F(QmpOob, AnswersEverythingElseInOrder) {
  client_.send(kClean);
  client_.send(kQuery);
  client_.send("%%p\n");
  client_.send(R"({"execute": 1, "id": 2})");
  client_.send(kQuery);
  EXPECT_EQ(client_.ask(kBlow), kBlown);
  EXPECT_EQ(client_.line(), kDone);
  EXPECT_EQ(client_.line(), kStatus);
  EXPECT_THAT(client_.line(), HasSubstr("JSON parse error"));
  EXPECT_THAT(client_.line(), HasSubstr("must be a string\"}, \"id\": 2}"));
  EXPECT_EQ(client_.line(), kStatus);
}

TEST_F(QmpOob, RefusesWhatMayNotOvertake) {
  EXPECT_EQ(
      client_.ask(R"({"exec-oob": "query-status"})"),
      error("GenericError", "The command query-status does not support OOB")
  );
  EXPECT_EQ(
      client_.ask(R"({"exec-oob": "boil-over"})"),
      error("CommandNotFound", "The command boil-over has not been found")
  );
  EXPECT_EQ(
      client_.ask(R"({"exec-oob": "blow", "execute": "blow"})"),
      error("GenericError", "QMP input member 'execute' is unexpected")
  );
  EXPECT_EQ(client_.ask(R"({"execute": "blow"})"), kDone);
}

// The eighth that waits is the last that is read, so that nothing can overtake the ninth.
TEST_F(QmpOob, ReadsNoFurtherWhileEightWait) {
  for (int i = 0; i < qapi::Session::kMaxQueued + 1; ++i) {
    client_.send(kClean);
  }
  client_.send(kBlow);
  EXPECT_TRUE(client_.is_quiet());
  // With the first answer there is room for the ninth, and for what overtakes it and lets one more
  // go on.
  monitor_.program.kettle.whistle_is_clean.release(qapi::Session::kMaxQueued);
  std::vector<std::string> lines;
  lines.reserve(qapi::Session::kMaxQueued + 2);
  for (int i = 0; i < qapi::Session::kMaxQueued + 2; ++i) {
    lines.push_back(client_.line());
  }
  EXPECT_EQ(lines.front(), kDone);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), kBlown), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), kDone), qapi::Session::kMaxQueued + 1);
}

// Whoever has the answer finds the command in the journal: before what it overtook.
TEST_F(QmpOob, StandsInTheJournal) {
  client_.send(kClean);
  EXPECT_EQ(client_.ask(kBlow), kBlown);
  EXPECT_EQ(client_.line(), kDone);
  EXPECT_EQ(client_.ask(kQuery), kStatus);
  std::vector<std::string> commands;
  for (const auto& entry : monitor_.program.kettle.journal().entries()) {
    commands.push_back(entry.command);
  }
  EXPECT_THAT(commands, testing::ElementsAre("blow", "clean-whistle"));
}

TEST_F(QmpOob, TellsEvents) {
  client_.send(R"({"execute": "whistle"})");
  EXPECT_THAT(client_.line(), HasSubstr("WHISTLE"));
  EXPECT_EQ(client_.line(), kDone);
}

TEST_F(QmpOob, OutlivesAClientThatVanishesWhileItsCommandRuns) {
  client_.send(kClean);
  client_.send(kQuery);
  client_.close();
  monitor_.program.kettle.whistle_is_clean.release();
  sample::WaitingClient other(monitor_.path());
  other.line();
  EXPECT_EQ(other.ask(R"({"execute": "qmp_capabilities"})"), kDone);
  EXPECT_EQ(other.ask(kQuery), kStatus);
}

TEST_F(QmpOob, AnswersAClientThatHasNothingMoreToSend) {
  client_.send(kClean);
  client_.send(kQuery);
  client_.send(kBlow);
  client_.shut_down_sending();
  EXPECT_EQ(client_.line(), kBlown);
  EXPECT_EQ(client_.line(), kDone);
  EXPECT_EQ(client_.line(), kStatus);
  EXPECT_EQ(client_.line(), "");
}

}  // namespace
