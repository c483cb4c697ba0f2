// SPDX-License-Identifier: Apache-2.0
//
// Command is one row of the command table. The rows are generated; the functions they call are
// written by hand, typed, and adapted by invoke<> (runtime/dispatch/invoke.h).

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/dispatch/phase.h"

namespace qapi {

class Context;
class Reader;

/// What a command function gave back.
struct Answer {
  std::string json = "{}";  ///< what `return` holds
  std::optional<Phase> to;  ///< where it leads, for commands that choose
};

/// How a command appears in a config file.
struct ConfigSection {
  std::string_view name;  ///< empty: not in config files
  bool list = false;
};

struct Command {
  std::string_view name;
  PhaseSet in;
  std::span<const Move> moves = {};  ///< empty: the phase stays
  bool step = true;                  ///< until-phase may take it
  bool success_response = true;
  bool allow_oob = false;
  bool is_query = false;  ///< changes nothing: its name begins with `query-`
  std::span<const std::string_view> mandatory = {};  ///< names of the arguments that must be given
  std::string_view implied_key = {};                 ///< argument that a bare value stands for
  ConfigSection config = {};
  Result<Answer> (*run)(Context& context, const Reader& arguments);
  /// Decodes the arguments and does nothing: what a config file is checked with before anything
  /// runs.
  Result<> (*check)(const Reader& arguments);
};

}  // namespace qapi
