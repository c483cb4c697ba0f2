// SPDX-License-Identifier: Apache-2.0
//
// What references look like, before anybody looks for what they name.
//
//   split("uarts.console:irq[0]");   // node "uarts", inner "console", port "irq[0]"
//   parse_indexed("irq[0..3]");      // name "irq", range 0..3

#pragma once

#include <string_view>

#include "vm/base/result.h"
#include "vm/machine/expand_range.h"

namespace vm::machine {

/// `name`, `name[3]`, `name[0..3]`, `name[*]`
struct Indexed {
  std::string_view name;
  bool is_indexed = false;
  bool is_all = false;
  IndexRange range = {};
};

Result<Indexed> parse_indexed(std::string_view text);

/// `uarts.console:irq[0]`: a node of the scope, what is inside of it, and a port.
struct Reference {
  std::string_view node;
  std::string_view inner = {};  ///< after the dot
  std::string_view port = {};   ///< after the colon
};

Result<Reference> split(std::string_view text);

/// The first dot that is not in the brackets of a range; npos for none.
size_t find_dot(std::string_view text);

/// `uart` of `uart[1]`; the same for what is no element.
std::string_view key_of(std::string_view name);

}  // namespace vm::machine
