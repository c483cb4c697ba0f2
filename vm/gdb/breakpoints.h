// SPDX-License-Identifier: Apache-2.0
//
// The breakpoints and watchpoints of one gdb. They are held by the harts and leave the guest's
// memory as it is, so that there is no difference between those of software and of hardware.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vm/gdb/threads.h"

namespace vm::gdb {

/// As the packets `Z` and `z` have it.
enum class PointKind : uint8_t {
  Software,
  Hardware,
  WatchStores,
  WatchLoads,
  WatchBoth,
};

struct Point {
  PointKind kind = PointKind::Software;
  int process = 0;
  uint64_t address = 0;
  uint64_t size = 0;  ///< of what is watched

  bool operator==(const Point&) const = default;
};

/// Reads `KIND,ADDRESS,SIZE`, which options may follow: nothing if it is malformed.
std::optional<Point> parse_point(std::string_view text);

/// The guest stands still whenever they change.
class Breakpoints {
 public:
  /// Of a process whose threads those are. Inserting what is there, and removing what is not,
  /// changes nothing, as the protocol wants it.
  void insert(const Point& point, const std::vector<Thread>& threads);
  void remove(const Point& point, const std::vector<Thread>& threads);

  /// All of a process.
  void remove_all(int process, const std::vector<Thread>& threads);

  /// A breakpoint where a thread stands, or a watchpoint that such an access comes to.
  const Point* find_breakpoint(const Thread& thread, uint64_t address) const;
  const Point* find_watchpoint(const Thread& thread, uint64_t address, bool is_store) const;

 private:
  std::vector<Point> points_;
};

}  // namespace vm::gdb
