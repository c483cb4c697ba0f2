// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/journal.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/base/file.h"
#include "tests/unit/runtime/support/sample.h"
#include "tests/unit/support/temporary_folder.h"

namespace {

using qapi::Journal;
using qapi::UndoLog;
using testing::ElementsAre;
using testing::HasSubstr;

std::string line_of(const Journal::Entry& entry, const qapi::PhaseTable&) {
  return entry.command + '\n';
}

class JournalTest : public testing::Test {
 protected:
  static Journal::Entry entry(std::string command) {
    Journal::Entry made{};
    made.command = std::move(command);
    made.arguments = "{}";
    return made;
  }

  std::vector<std::string> commands() const {
    std::vector<std::string> list;
    for (const Journal::Entry& each : journal_.entries()) {
      list.push_back(each.command);
    }
    return list;
  }

  std::string path() const { return folder_.path("journal"); }

  /// The lines of the file behind the first.
  std::string written() const {
    const std::string text = qapi::read_file(path()).value_or("");
    return text.substr(std::min(text.find('\n'), text.size() - 1) + 1);
  }

  UndoLog undo_;
  Journal journal_{undo_, sample::phase_table()};
  vm::TemporaryFolder folder_;
};

TEST_F(JournalTest, ForgetsWhatWasTakenBack) {
  journal_.add(entry("kept"));
  {
    UndoLog::Scope scope(undo_);
    journal_.add(entry("failed"));
    EXPECT_THAT(commands(), ElementsAre("kept", "failed"));
  }
  EXPECT_THAT(commands(), ElementsAre("kept"));
}

TEST_F(JournalTest, WritesWhatWasThereBeforeAndThenWhatIsSettled) {
  journal_.add(entry("before"));
  journal_.settle();
  ASSERT_TRUE(journal_.open(path(), &line_of));
  EXPECT_EQ(written(), "before\n");
  journal_.add(entry("then"));
  EXPECT_EQ(written(), "before\n");
  journal_.settle();
  EXPECT_EQ(written(), "before\nthen\n");
  EXPECT_THAT(
      qapi::read_file(path()).value(),
      testing::StartsWith(std::string(qapi::kJournalMark))
  );
}

TEST_F(JournalTest, WritesNothingThatIsTakenBack) {
  ASSERT_TRUE(journal_.open(path(), &line_of));
  {
    UndoLog::Scope scope(undo_);
    journal_.add(entry("failed"));
  }
  journal_.settle();
  EXPECT_EQ(written(), "");
}

TEST_F(JournalTest, BeginsNoFileForACommandThatFails) {
  {
    UndoLog::Scope scope(undo_);
    ASSERT_TRUE(journal_.open(path(), &line_of));
  }
  EXPECT_FALSE(std::filesystem::exists(path()));
  journal_.add(entry("later"));
  journal_.settle();
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(JournalTest, RefusesAFileThatHoldsSomething) {
  std::filesystem::create_directory(path());
  EXPECT_THAT(journal_.open(path(), &line_of).error().desc, HasSubstr("Is a directory"));
  const std::string used = folder_.write("used", std::string("text"));
  EXPECT_THAT(journal_.open(used, &line_of).error().desc, HasSubstr("is not empty"));
  EXPECT_EQ(qapi::read_file(used).value(), "text");
}

TEST_F(JournalTest, RefusesToBeginInTheMiddle) {
  for (size_t i = 0; i <= Journal::kMaxEntries; ++i) {
    journal_.add(entry("x"));
  }
  journal_.settle();
  EXPECT_EQ(journal_.entries().size(), Journal::kMaxEntries);
  EXPECT_EQ(journal_.dropped(), 1u);
  EXPECT_THAT(journal_.open(path(), &line_of).error().desc, HasSubstr("too late: 1 commands"));
}

TEST_F(JournalTest, IsBoundInBytesToo) {
  Journal::Entry big = entry("big");
  big.arguments.assign(Journal::kMaxBytes / 2, 'x');
  for (int i = 0; i < 3; ++i) {
    journal_.add(big);
  }
  journal_.settle();
  EXPECT_EQ(journal_.entries().size(), 1u);
}

// What overtakes a command stands before it, and stays if that fails.
TEST_F(JournalTest, PutsWhatRanOutOfBandInItsPlace) {
  ASSERT_TRUE(journal_.open(path(), &line_of));
  journal_.add(entry("first"));
  {
    const Journal::Place place(journal_);
    journal_.add(entry("second"));
    journal_.settle();
    EXPECT_EQ(written(), "first\n") << "what is behind one that still runs waits for it";
    journal_.add_out_of_band(entry("beside"), place);
    EXPECT_THAT(commands(), ElementsAre("first", "second"));
  }
  journal_.settle();
  EXPECT_THAT(commands(), ElementsAre("first", "beside", "second"));
  {
    UndoLog::Scope scope(undo_);
    journal_.add(entry("failed"));
    journal_.add_out_of_band(entry("done"), Journal::Place(journal_));
  }
  journal_.settle();
  EXPECT_THAT(commands(), ElementsAre("first", "beside", "second", "done"));
  EXPECT_EQ(written(), "first\nbeside\nsecond\ndone\n");
}

}  // namespace
