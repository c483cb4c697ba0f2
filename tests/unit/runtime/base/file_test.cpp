// SPDX-License-Identifier: Apache-2.0
//
// Files that are none, and streams that nobody reads.

#include "runtime/base/file.h"

#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "runtime/base/fd.h"
#include "runtime/base/print.h"
#include "tests/unit/support/temporary_folder.h"

namespace {

using qapi::read_file;
using testing::HasSubstr;

TEST(File, SaysWhyItCannotBeRead) {
  const vm::TemporaryFolder folder;
  EXPECT_THAT(read_file(folder.path("none")).error().desc, HasSubstr("No such file"));
  EXPECT_THAT(read_file(folder.path("")).error().desc, HasSubstr("Is a directory"));
  EXPECT_EQ(read_file("/dev/zero").error().desc, "/dev/zero: larger than 64 MiB");
  EXPECT_EQ(read_file("/dev/null").value(), "");
}

TEST(File, MayBeAPipeThatSomebodyWritesInto) {
  const vm::TemporaryFolder folder;
  const std::string path = folder.path("pipe");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&path] {
    const qapi::Fd pipe(::open(path.c_str(), O_WRONLY));
    EXPECT_EQ(::write(pipe.get(), "first ", 6), 6);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_EQ(::write(pipe.get(), "second", 6), 6);
  });
  EXPECT_EQ(read_file(path).value_or("nothing"), "first second");
  writer.join();
}

TEST(Print, GivesTheReasonWhenNothingIsWritten) {
  std::FILE* const full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  EXPECT_EQ(qapi::print(full, "x"), ENOSPC);
  EXPECT_EQ(qapi::print(full, std::string(1 << 20, 'x')), ENOSPC);
  std::fclose(full);
  std::FILE* const closed = std::fopen("/dev/null", "r");
  ASSERT_NE(closed, nullptr);
  EXPECT_EQ(qapi::print(closed, "x"), EBADF);
  std::fclose(closed);
}

}  // namespace
