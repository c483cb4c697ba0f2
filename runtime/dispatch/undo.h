// SPDX-License-Identifier: Apache-2.0
//
// UndoLog makes several steps one: each step that changes something adds how to take it back, and
// who started the whole rolls back when a later step fails.
//
//   UndoLog::Scope scope(log);
//   tree.add(object);
//   log.add([&tree, id] { tree.remove(id); });
//   TRY(realize(object));   // fails: the destructor of scope removes the object again
//   scope.commit();

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace qapi {

class UndoLog {
 public:
  /// Takes back, last first, what was added since its construction, unless committed. Scopes nest:
  /// what an inner one committed is still taken back by the outer one.
  class Scope {
   public:
    explicit Scope(UndoLog& log) : log_(log), mark_(log.steps_.size()) { ++log_.depth_; }
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    void commit() { committed_ = true; }

    /// Keeps what was added so far, whatever becomes of the rest.
    void commit_so_far();

   private:
    UndoLog& log_;
    size_t mark_;
    bool committed_ = false;
  };

  /// Outside of any scope the step is final, and `undo` is dropped; so it is in the course of
  /// taking back.
  void add(std::function<void()> undo);

  /// For what cannot be taken back: is done when the outermost scope commits, and not at all if a
  /// later step fails. Outside of any scope, at once.
  void on_commit(std::function<void()> task);

 private:
  struct Step {
    std::function<void()> undo = {};
    std::function<void()> task = {};
  };

  void roll_back(size_t mark);
  void finish();

  std::vector<Step> steps_;
  int depth_ = 0;
  bool rolling_back_ = false;
};

}  // namespace qapi
