// SPDX-License-Identifier: Apache-2.0
//
// RateLimit says when something may be done that is limited in a second. It knows no clock: all
// times are the caller's, and the same calls always give the same answers.
//
//   if (limit.wait_ns(now) == 0) limit.take(now, bytes);

#pragma once

#include <cstdint>

namespace vm {

class RateLimit {
 public:
  RateLimit() = default;

  /// In units per second; a `rate` of 0 is no limit. In a burst of at most `burst_s` seconds up to
  /// `burst_rate`, if that is not 0.
  RateLimit(uint64_t rate, uint64_t burst_rate, uint64_t burst_s)
      : rate_(static_cast<double>(rate)),
        burst_rate_(static_cast<double>(burst_rate)),
        burst_s_(static_cast<double>(burst_s)) {}

  /// For how long nothing may be done yet; 0: something may, however large it is.
  uint64_t wait_ns(uint64_t now_ns);

  /// It is done.
  void take(uint64_t now_ns, uint64_t units);

 private:
  void leak(uint64_t now_ns);

  double rate_ = 0;
  double burst_rate_ = 0;
  double burst_s_ = 1;

  // Two buckets that leak at the two rates: what was done lies in both, and waits for the sum to
  // fall below what each holds.
  double level_ = 0;
  double burst_level_ = 0;
  uint64_t last_ns_ = 0;
};

}  // namespace vm
