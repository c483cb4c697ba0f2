// SPDX-License-Identifier: Apache-2.0
//
// Command is one row of the command table. The rows are generated; the functions they call are
// written by hand, typed, and adapted by invoke<> (runtime/dispatch/invoke.h). call.h calls them.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/dispatch/phase.h"
#include "runtime/json/compat.h"

namespace qapi {

class Context;
class Reader;
class Type;

/// What a command function gave back.
struct Answer {
  std::string json = "{}";  ///< what `return` holds
  std::optional<Phase> to;  ///< where it leads, for commands that choose
};

/// How a command appears in a config file.
struct ConfigSection {
  /// When a file's sections are applied: in the order of the phases that their commands need, after
  /// all of these, or at the very end.
  enum class When {
    InPhase,
    After,
    End
  };

  std::string_view name = {};  ///< empty: not in config files
  bool list = false;
  bool merges = false;  ///< another invocation changes what its arguments say, and leaves the rest
  When when = When::InPhase;
};

struct Command {
  std::string_view name;
  PhaseSet in;
  std::span<const Move> moves = {};  ///< empty: the phase stays
  bool step = true;                  ///< until-phase may take it
  bool walks = false;                ///< runs others: its moves are theirs
  bool success_response = true;
  bool allow_oob =
      false;  ///< may run on any thread, beside others: it fails before it does anything
  Special special = Special::None;
  bool read_only = false;                            ///< changes nothing
  std::string_view group = {};                       ///< what rights can be limited to
  std::span<const std::string_view> mandatory = {};  ///< names of the arguments that must be given
  std::string_view implied_key = {};                 ///< argument that a bare value stands for
  bool transient = false;                            ///< leaves nothing behind
  std::span<const std::string_view> key = {};  ///< names of the arguments that say what it is about
  std::span<const std::string_view> removes = {};  ///< config sections that it takes away from
  ConfigSection config = {};
  const Type* arguments = nullptr;  ///< of the struct that `run` takes; null when it takes none
  Result<Answer> (*run)(Context& context, const void* arguments);
};

}  // namespace qapi
