// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "runtime/loop/event_loop.h"

namespace qapi {
namespace {

TEST(EventLoop, RunsTasksWhenTheirTimeHasCome) {
  EventLoop loop;
  std::string order;
  loop.run_after(std::chrono::milliseconds(200), [&] {
    order += "late;";
    loop.stop();
  });
  loop.run_after(std::chrono::milliseconds(1), [&] { order += "early;"; });
  loop.post([&] { order += "at once;"; });
  loop.run();
  EXPECT_EQ(order, "at once;early;late;");
}

TEST(EventLoop, RunsTasksInTheOrderOfTheirPostsWhoeverPostedThem) {
  EventLoop loop;
  std::string order;
  loop.post([&] {
    loop.post([&] { order += "main;"; });
    std::thread([&] { loop.post([&] { order += "thread;"; }); }).join();
    loop.post([&] { loop.stop(); });
  });
  loop.run();
  EXPECT_EQ(order, "main;thread;");
}

}  // namespace
}  // namespace qapi
