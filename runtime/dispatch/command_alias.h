// SPDX-License-Identifier: Apache-2.0
//
// CommandAlias is a command of another program that is one of ours under another name, with other
// arguments. The rows are generated; what one stands for is a matter of text:
//
//   {"name": "sysbus-mmio-map", "arguments": {"region": "$device:regs", "at": "$addr"}}
//
// Nothing but own_words() knows of them: whoever runs commands asks it first, and runs ours.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/json/compat.h"

namespace qapi {

class Type;

/// An argument that the other program's command takes.
struct AliasParameter {
  std::string_view name;
  const Type* type;
  bool is_optional = false;
  std::string_view default_json = {};  ///< empty: what mentions it is left out
};

struct CommandAlias {
  std::string_view name;
  std::string_view stands_for;  ///< ours
  std::string_view of;          ///< the other program
  std::span<const AliasParameter> takes = {};
  std::string_view arguments;  ///< JSON: those of ours; `$name` stands for one that it takes
};

/// Null when there is none of that name.
const CommandAlias* find_alias(std::span<const CommandAlias> aliases, std::string_view name);

/// What an invocation of the other program's command is in our words, written as JSON. Fails for
/// arguments that it does not take, and where deprecated input is rejected.
Result<Invocation> own_words(
    const CommandAlias& alias,
    const Invocation& invocation,
    CompatPolicy compat
);

/// Says beside the error which command of ours was meant.
Error meant(Error error, const CommandAlias& alias);

}  // namespace qapi
