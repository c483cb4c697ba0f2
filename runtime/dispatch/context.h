// SPDX-License-Identifier: Apache-2.0
//
// Context is what a program's command functions work on. A program derives its own from it
// (coldplug's is vm::Vm) and adds what it is about.

#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/descriptors.h"
#include "runtime/dispatch/event.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/dispatch/journal.h"
#include "runtime/dispatch/ledger.h"
#include "runtime/dispatch/phase.h"
#include "runtime/dispatch/undo.h"

namespace qapi {

class Dispatcher;

class Context {
 public:
  explicit Context(const PhaseTable& table) : phases_(table) {}
  virtual ~Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  PhaseMachine& phases() { return phases_; }
  const PhaseMachine& phases() const { return phases_; }
  EventBus& events() { return events_; }
  UndoLog& undo() { return undo_; }
  Descriptors& descriptors() { return descriptors_; }
  Ledger& ledger() { return ledger_; }
  const Ledger& ledger() const { return ledger_; }
  Journal& journal() { return journal_; }

  /// What becomes of deprecated and unstable names; in the beginning all are taken and shown.
  CompatPolicy compat() const { return compat_; }
  void set_compat(CompatPolicy policy) {
    compat_ = policy;
    events_.set_compat(policy);
  }

  /// What an invocation is in our words, where that takes more than the name of its command; none
  /// when it is in our words already.
  virtual Result<std::optional<Invocation>> in_own_words(const Invocation&) const {
    return std::nullopt;
  }

  /// What another program takes for granted, and has to be run before an invocation that stands for
  /// one of its.
  virtual std::vector<Invocation> needed_for(const Invocation&) const { return {}; }

  /// Held by the dispatcher while a command function runs, for programs with threads of their own.
  virtual std::unique_lock<std::mutex> exclusive() { return {}; }

  /// For commands that run other commands. Set by the Dispatcher's constructor.
  Dispatcher& dispatcher() { return *dispatcher_; }

 private:
  friend class Dispatcher;

  PhaseMachine phases_;
  EventBus events_;
  UndoLog undo_;
  Descriptors descriptors_{undo_};
  Ledger ledger_{undo_};
  Journal journal_{undo_, phases_.table()};
  Dispatcher* dispatcher_ = nullptr;
  std::atomic<CompatPolicy> compat_ = CompatPolicy{};  // out-of-band commands read it
};

}  // namespace qapi
