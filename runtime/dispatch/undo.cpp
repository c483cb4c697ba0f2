// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/undo.h"

#include <utility>

namespace qapi {

UndoLog::Scope::~Scope() {
  if (!committed_) log_.roll_back(mark_);
  --log_.depth_;
  if (log_.depth_ == 0) log_.finish();
}

void UndoLog::Scope::commit_so_far() {
  if (log_.depth_ == 1) log_.finish();
  mark_ = log_.steps_.size();
}

void UndoLog::add(std::function<void()> undo) {
  if (depth_ > 0 && !rolling_back_) steps_.push_back({.undo = std::move(undo)});
}

void UndoLog::on_commit(std::function<void()> task) {
  if (depth_ == 0) return task();
  steps_.push_back({.task = std::move(task)});
}

/// Nothing can take back any more what was done so far.
void UndoLog::finish() {
  // In the order in which it was done: what went out of use first may still use what followed it.
  for (Step& step : std::exchange(steps_, {})) {
    const Step done = std::move(step);
    if (done.task) done.task();
  }
}

void UndoLog::roll_back(size_t mark) {
  rolling_back_ = true;
  while (steps_.size() > mark) {
    // Off the list first: it may not be there twice if it comes back here.
    const Step step = std::move(steps_.back());
    steps_.pop_back();
    if (step.undo) step.undo();
  }
  rolling_back_ = false;
}

}  // namespace qapi
