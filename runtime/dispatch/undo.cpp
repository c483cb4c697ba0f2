// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/undo.h"

#include <utility>

namespace qapi {

UndoLog::Scope::~Scope() {
  if (!committed_) log_.roll_back(mark_);
  --log_.depth_;
  if (log_.depth_ == 0) log_.steps_.clear();
}

void UndoLog::add(std::function<void()> undo) {
  if (depth_ > 0 && !rolling_back_) steps_.push_back(std::move(undo));
}

void UndoLog::roll_back(size_t mark) {
  rolling_back_ = true;
  while (steps_.size() > mark) {
    // Off the list first: it may not be there twice if it comes back here.
    const std::function<void()> undo = std::move(steps_.back());
    steps_.pop_back();
    undo();
  }
  rolling_back_ = false;
}

}  // namespace qapi
