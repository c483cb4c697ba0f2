// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/guest_log.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace vm {
namespace {

class GuestLogTest : public testing::Test {
 protected:
  void write(unsigned times) {
    for (unsigned i = 0; i < times; ++i)
      log_->write("/machine/uart0", "what is that?");
  }

  std::vector<std::string> lines_;
  GuestLog::Clock::time_point now_{std::chrono::hours(1)};
  std::unique_ptr<GuestLog> log_ = std::make_unique<GuestLog>(
      [this](const std::string& line) { lines_.push_back(line); },
      [this] { return now_; }
  );
};

TEST_F(GuestLogTest, SaysWhoAndWhat) {
  write(1);
  EXPECT_EQ(lines_, std::vector<std::string>{"guest: /machine/uart0: what is that?"});
}

TEST_F(GuestLogTest, CountsWhatComesTooFast) {
  write(GuestLog::kMost + 7);
  EXPECT_EQ(lines_.size(), GuestLog::kMost);
  now_ += std::chrono::milliseconds(999);
  write(3);
  EXPECT_EQ(lines_.size(), GuestLog::kMost);
  now_ += std::chrono::milliseconds(1);
  write(1);
  ASSERT_EQ(lines_.size(), GuestLog::kMost + 2);
  EXPECT_EQ(lines_[GuestLog::kMost], "guest: 10 more messages within a second are left out");
  EXPECT_EQ(lines_.back(), "guest: /machine/uart0: what is that?");
}

TEST_F(GuestLogTest, SaysAtTheEndWhatItHasLeftOut) {
  write(GuestLog::kMost + 1);
  log_ = nullptr;
  EXPECT_EQ(lines_.back(), "guest: 1 more messages within a second are left out");
}

}  // namespace
}  // namespace vm
