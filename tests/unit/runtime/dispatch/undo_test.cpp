// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/undo.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace qapi {
namespace {

class Undo : public testing::Test {
 protected:
  void step(char name) {
    done_ += name;
    log_.add([this] { done_.pop_back(); });
  }

  void final_step(char name) {
    log_.on_commit([this, name] { done_ += name; });
  }

  UndoLog log_;
  std::string done_;
};

TEST_F(Undo, TakesBackLastFirstUnlessCommitted) {
  {
    UndoLog::Scope scope(log_);
    step('a');
    step('b');
  }
  EXPECT_EQ(done_, "");
  {
    UndoLog::Scope scope(log_);
    step('a');
    scope.commit();
  }
  EXPECT_EQ(done_, "a");
}

TEST_F(Undo, OfAnInnerScopeThatCommittedIsUpToTheOuterOne) {
  {
    UndoLog::Scope outer(log_);
    UndoLog::Scope inner(log_);
    step('a');
    inner.commit();
  }
  EXPECT_EQ(done_, "");
}

TEST_F(Undo, KeepsWhatWasCommittedSoFar) {
  UndoLog::Scope outer(log_);
  {
    UndoLog::Scope scope(log_);
    step('a');
    scope.commit_so_far();
    step('b');
  }
  EXPECT_EQ(done_, "a");
}

TEST_F(Undo, DoesWhatIsFinalOnlyAtTheCommitOfTheOutermostScope) {
  {
    UndoLog::Scope outer(log_);
    {
      UndoLog::Scope inner(log_);
      final_step('z');
      inner.commit();
    }
    step('a');
    EXPECT_EQ(done_, "a");
    outer.commit();
  }
  EXPECT_EQ(done_, "az");
}

TEST_F(Undo, DoesNothingFinalWhenRolledBack) {
  {
    UndoLog::Scope scope(log_);
    final_step('z');
  }
  EXPECT_EQ(done_, "");
}

TEST_F(Undo, DoesWhatIsFinalAtOnceOutsideOfAnyScopeAndWhenCommittedSoFar) {
  final_step('x');
  EXPECT_EQ(done_, "x");
  UndoLog::Scope scope(log_);
  final_step('y');
  scope.commit_so_far();
  EXPECT_EQ(done_, "xy");
}

TEST_F(Undo, LetsGoOfWhatItKeptInTheOrderInWhichItCame) {
  const auto keep = [this](char name) {
    std::shared_ptr<void> kept(nullptr, [this, name](void*) { done_ += name; });
    log_.add([kept] {});
  };
  {
    UndoLog::Scope scope(log_);
    keep('1');
    keep('2');
    scope.commit_so_far();
    EXPECT_EQ(done_, "12");
    keep('3');
    scope.commit();
  }
  EXPECT_EQ(done_, "123");
}

}  // namespace
}  // namespace qapi
