// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/range_locks.h"

#include <algorithm>

namespace vm::qcow2 {

RangeLocks::Hold::Hold(RangeLocks& locks, Range range, Mode mode) : locks_(locks) {
  std::unique_lock hold(locks_.lock_);
  locks_.changed_.wait(hold, [&] { return !locks_.conflicts(range, mode); });
  place_ = locks_.held_.emplace(locks_.held_.end(), range, mode);
}

RangeLocks::Hold::~Hold() {
  {
    const std::lock_guard hold(locks_.lock_);
    locks_.held_.erase(place_);
  }
  locks_.changed_.notify_all();
}

bool RangeLocks::conflicts(const Range& range, Mode mode) const {
  return std::any_of(held_.begin(), held_.end(), [&](const auto& each) {
    const bool overlap = each.first.first <= range.last && range.first <= each.first.last;
    return overlap && (mode == Mode::Exclusive || each.second == Mode::Exclusive);
  });
}

}  // namespace vm::qcow2
