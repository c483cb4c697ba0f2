// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/guest_log.h"

#include <fmt/format.h>

namespace vm {

void GuestLog::write(std::string_view path, std::string_view message) {
  const std::lock_guard hold(lock_);
  const Clock::time_point now = now_();
  if (now - begun_ >= std::chrono::seconds(1)) {
    tell_left_out();
    begun_ = now;
    written_ = 0;
  }
  if (written_ == kMost) {
    ++left_out_;
    return;
  }
  ++written_;
  print_(fmt::format("guest: {}: {}", path, message));
}

void GuestLog::tell_left_out() {
  if (left_out_ == 0) return;
  print_(fmt::format("guest: {} more messages within a second are left out", left_out_));
  left_out_ = 0;
}

}  // namespace vm
