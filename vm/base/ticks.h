// SPDX-License-Identifier: Apache-2.0
//
// Between nanoseconds of guest time and ticks of a counter of some frequency, without overflow in
// between.
//
//   ticks_of(2'000'000'000, 32768)   // 65536
//   ns_of(65536, 32768)              // 2'000'000'000

#pragma once

#include <cstdint>

namespace vm {

__extension__ using WideTicks = unsigned __int128;

constexpr uint64_t kNsPerMs = 1'000'000;
constexpr uint64_t kNsPerSecond = 1'000'000'000;

/// How many ticks have been at that time.
constexpr uint64_t ticks_of(uint64_t ns, uint64_t hz) {
  return static_cast<uint64_t>(WideTicks{ns} * hz / kNsPerSecond);
}

/// When so many ticks have been, rounded up; UINT64_MAX, which is never, when that is too far.
constexpr uint64_t ns_of(WideTicks ticks, uint64_t hz) {
  const WideTicks ns = (ticks * kNsPerSecond + hz - 1) / hz;
  return ns > UINT64_MAX ? UINT64_MAX : static_cast<uint64_t>(ns);
}

}  // namespace vm
