// SPDX-License-Identifier: Apache-2.0
//
// Transaction is a scope of the undo log that stays open from one command to another, and belongs
// to whoever began it.

#pragma once

#include <string>
#include <utility>

#include "runtime/dispatch/invocation.h"
#include "runtime/dispatch/phase.h"
#include "runtime/dispatch/undo.h"

namespace qapi {

struct Transaction {
  Transaction(UndoLog& log, std::string owner_name, PhaseSet all_phases)
      : owner(std::move(owner_name)),
        phases(all_phases),
        scope(log) {}

  std::string owner;
  PhaseSet phases;       ///< it cannot lead out of these
  UndoLog::Scope scope;  ///< rolled back at the end, unless it was committed
};

/// Whose transaction it is that a command of this origin begins: that of a monitor's client, or of
/// all that is read at the start.
std::string transaction_owner(const Origin& origin);

}  // namespace qapi
