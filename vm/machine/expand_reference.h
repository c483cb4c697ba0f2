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

/// How far references go into parts.
enum class Reach {
  Exposed,  ///< only by what they expose
  Inside,   ///< a variation knows what is in them
};

/// What the place's references can reach.
Reach reach_of(const Place& place);

/// What a reference comes to.
struct Found {
  const Instance* node = nullptr;
  std::string text;  ///< as the commands of a plan write it
};

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

/// The one node that a patch is for.
Result<Instance*> find_one(const Scope& scope, std::string_view name);

/// That a change has taken away what a reference names.
Error is_removed(std::string_view name, const Removal& removal);

/// A link's target.
Result<Found> find_node(const Scope& scope, std::string_view text, Reach reach);

/// Whether there is such a node or part, without regard to what it is for.
Result<> check_any_node(const Scope& scope, std::string_view text);

/// Whether there is such a port, in any direction.
Result<> check_any_port(const Scope& scope, std::string_view text);

/// What `map` takes as region.
Result<Found> find_region(const Scope& scope, std::string_view text, Reach reach);

/// Inputs or outputs, one after the other. `[*]` of an object's port stays as it is: how many there
/// are is known only when the object is.
Result<std::vector<Found>> find_ports(
    const Scope& scope,
    std::string_view text,
    PortKind kind,
    Reach reach
);

}  // namespace vm::machine
