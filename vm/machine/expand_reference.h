// SPDX-License-Identifier: Apache-2.0
//
// References between nodes are lexical: they begin with a node of the same scope, and go into a
// part only by the names that it exposes. What they come to are paths below /machine, as the
// commands of a plan use them.
//
//   uart0:irq   plic:in[3..4]   cpus:mei[*]   uarts:irq[0..1]   soc:bus   app.hart[0]

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/base/result.h"
#include "vm/machine/expand_scope.h"
#include "vm/object/object_type.h"

namespace vm::machine {

/// Which of the exposed names was asked for, and as which element.
struct ExposedName {
  size_t entry = 0;
  std::string variable;  ///< `i` when it is exposed as `irq[i]`
  int64_t index = 0;

  /// Puts the index where the text has `[i]`.
  std::string substitute(std::string_view text) const;
};

std::optional<ExposedName> match_exposed(std::string_view exposed, std::string_view asked);

template <typename T>
std::optional<ExposedName> match_exposed(const Entries<T>& entries, std::string_view asked) {
  for (size_t i = 0; i < entries.size(); ++i) {
    std::optional<ExposedName> found = match_exposed(entries[i].name, asked);
    if (!found) continue;
    found->entry = i;
    return found;
  }
  return std::nullopt;
}

/// `uart`, `uart[1]`, `uart[0..1]` or `uart[*]`: one or several nodes of the scope.
Result<std::vector<Instance*>> find_instances(const Scope& scope, std::string_view text);

/// A link's target.
Result<std::string> find_node(const Scope& scope, std::string_view text);

/// What `map` takes as region.
Result<std::string> find_region(const Scope& scope, std::string_view text);

/// Inputs or outputs, one after the other. `[*]` of an object's port stays as it is: how many there
/// are is known only when the object is.
Result<std::vector<std::string>> find_ports(
    const Scope& scope,
    std::string_view text,
    PortKind kind
);

}  // namespace vm::machine
