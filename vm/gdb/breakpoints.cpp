// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/breakpoints.h"

#include <algorithm>

#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"

namespace vm::gdb {
namespace {

bool is_watch(PointKind kind) {
  return kind >= PointKind::WatchStores;
}

riscv::Watchpoint watchpoint_of(const Point& point) {
  return {
      .first = point.address,
      .last = point.address + point.size - 1,
      .on_load = point.kind != PointKind::WatchStores,
      .on_store = point.kind != PointKind::WatchLoads,
  };
}

void insert_into(riscv::Hart& hart, const Point& point) {
  if (is_watch(point.kind)) {
    hart.add_watchpoint(watchpoint_of(point));
  } else {
    hart.insert_breakpoint(point.address);
  }
}

void remove_from(riscv::Hart& hart, const Point& point) {
  if (is_watch(point.kind)) {
    hart.remove_watchpoint(watchpoint_of(point));
  } else {
    hart.withdraw_breakpoint(point.address);
  }
}

}  // namespace

std::optional<Point> parse_point(std::string_view text) {
  const auto kind = take_number(text);
  if (!kind || *kind > static_cast<unsigned>(PointKind::WatchBoth)) return std::nullopt;
  if (!take(text, ',')) return std::nullopt;
  const auto address = take_number(text);
  if (!address || !take(text, ',')) return std::nullopt;
  const auto size = take_number(text);
  if (!size) return std::nullopt;
  const Point point{static_cast<PointKind>(*kind), 0, *address, *size};
  const bool is_sound = *size != 0 && *size - 1 <= UINT64_MAX - *address;
  if (is_watch(point.kind) && !is_sound) return std::nullopt;
  return point;
}

void Breakpoints::insert(const Point& point, const std::vector<Thread>& threads) {
  if (std::find(points_.begin(), points_.end(), point) != points_.end()) return;
  points_.push_back(point);
  for (const Thread& thread : threads) {
    if (thread.process == point.process) insert_into(thread.hart->hart(), point);
  }
}

void Breakpoints::remove(const Point& point, const std::vector<Thread>& threads) {
  const auto found = std::find(points_.begin(), points_.end(), point);
  if (found == points_.end()) return;
  points_.erase(found);
  for (const Thread& thread : threads) {
    if (thread.process == point.process) remove_from(thread.hart->hart(), point);
  }
}

void Breakpoints::remove_all(int process, const std::vector<Thread>& threads) {
  const std::vector<Point> all = points_;
  for (const Point& point : all) {
    if (point.process == process) remove(point, threads);
  }
}

const Point* Breakpoints::find_breakpoint(const Thread& thread, uint64_t address) const {
  const auto found = std::find_if(points_.begin(), points_.end(), [&](const Point& point) {
    return !is_watch(point.kind) && point.process == thread.process &&
           thread.hart->hart().is_same_address(point.address, address);
  });
  return found == points_.end() ? nullptr : &*found;
}

const Point* Breakpoints::find_watchpoint(const Thread& thread, uint64_t address, bool is_store)
    const {
  const auto found = std::find_if(points_.begin(), points_.end(), [&](const Point& point) {
    if (!is_watch(point.kind) || point.process != thread.process) return false;
    if (point.kind == (is_store ? PointKind::WatchLoads : PointKind::WatchStores)) return false;
    return thread.hart->hart().offset_between(point.address, address) < point.size;
  });
  return found == points_.end() ? nullptr : &*found;
}

}  // namespace vm::gdb
