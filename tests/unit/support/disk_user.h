// SPDX-License-Identifier: Apache-2.0
//
// DiskUser is a disk controller that asks for what the test says, and waits for it.

#pragma once

#include <cstring>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "tests/unit/support/fake_platform.h"
#include "vm/backends/block.h"

namespace vm {

class DiskUser final : public BlockUser {
 public:
  using Kind = BlockRequest::Kind;

  explicit DiskUser(FakePlatform& platform) : platform_(platform) {}

  void on_ready() override { ++ready; }
  void on_resized() override { ++resized; }

  bool submit(Blockdev& disk, BlockRequest request) {
    const std::lock_guard hold(platform_.machine_lock());
    return disk.submit(std::move(request));
  }

  /// What came of a request: 0, or an errno.
  int run(Blockdev& disk, BlockRequest request) {
    std::optional<int> result;
    request.done = [&result](int error) { result = error; };
    EXPECT_TRUE(submit(disk, std::move(request)));
    EXPECT_FALSE(result.has_value()) << "done before submit() returned";
    EXPECT_TRUE(platform_.run_until([&result] { return result.has_value(); }));
    return result.value_or(-1);
  }

  int write(Blockdev& disk, uint64_t offset, std::string text) {
    auto* const data = reinterpret_cast<uint8_t*>(text.data());
    return run(disk, {.kind = Kind::Write, .offset = offset, .length = text.size(), .data = data});
  }

  std::string read(Blockdev& disk, uint64_t offset, size_t length) {
    std::string text(length, '?');
    auto* const data = reinterpret_cast<uint8_t*>(text.data());
    last_error = run(disk, {.kind = Kind::Read, .offset = offset, .length = length, .data = data});
    return text;
  }

  int run(Blockdev& disk, Kind kind, uint64_t offset = 0, uint64_t length = 0) {
    return run(disk, {.kind = kind, .offset = offset, .length = length});
  }

  int last_error = 0;
  int ready = 0;
  int resized = 0;

 private:
  FakePlatform& platform_;
};

}  // namespace vm
