// SPDX-License-Identifier: Apache-2.0
//
// GuestLog tells people what guests do that no guest should. A guest can do that a million times a
// second: of what comes too fast, only the number is told.
//
//   GuestLog log([](const std::string& line) { qapi::print_note(line); });
//   log.write("/machine/plic", "access of 1 bytes at 0x3: registers have 4");

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace vm {

class GuestLog {
 public:
  using Clock = std::chrono::steady_clock;

  /// Lines in a second.
  static constexpr unsigned kMost = 100;

  explicit GuestLog(
      std::function<void(const std::string&)> print,
      std::function<Clock::time_point()> now = Clock::now
  )
      : print_(std::move(print)),
        now_(std::move(now)) {}
  ~GuestLog() { tell_left_out(); }
  GuestLog(const GuestLog&) = delete;
  GuestLog& operator=(const GuestLog&) = delete;

  /// `path` is the object that says it. Any thread.
  void write(std::string_view path, std::string_view message);

 private:
  void tell_left_out();

  const std::function<void(const std::string&)> print_;
  const std::function<Clock::time_point()> now_;
  std::mutex lock_;
  Clock::time_point begun_{};  // the present second
  unsigned written_ = 0;       // in it
  uint64_t left_out_ = 0;      // in it
};

}  // namespace vm
