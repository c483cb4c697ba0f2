// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace vm {
namespace {

constexpr double kSecond = 1e9;

// What is done may come in lumps: a bucket holds that part of a second's.
constexpr double kLump = 0.1;

/// Until what is too much has leaked out.
uint64_t time_for(double excess, double rate) {
  return excess <= 0 || rate <= 0 ? 0 : static_cast<uint64_t>(std::ceil(excess / rate * kSecond));
}

}  // namespace

void RateLimit::leak(uint64_t now_ns) {
  const double seconds = static_cast<double>(now_ns - std::min(now_ns, last_ns_)) / kSecond;
  level_ = std::max(0.0, level_ - rate_ * seconds);
  burst_level_ = std::max(0.0, burst_level_ - burst_rate_ * seconds);
  last_ns_ = std::max(now_ns, last_ns_);
}

uint64_t RateLimit::wait_ns(uint64_t now_ns) {
  if (rate_ <= 0) return 0;
  leak(now_ns);
  if (burst_rate_ <= 0) return time_for(level_ - rate_ * kLump, rate_);
  const uint64_t long_term = time_for(level_ - burst_rate_ * burst_s_, rate_);
  return std::max(long_term, time_for(burst_level_ - burst_rate_ * kLump, burst_rate_));
}

void RateLimit::take(uint64_t now_ns, uint64_t units) {
  leak(now_ns);
  level_ += static_cast<double>(units);
  burst_level_ += static_cast<double>(units);
}

}  // namespace vm
