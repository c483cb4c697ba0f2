// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/reference_text.h"

#include <fmt/format.h>

#include "vm/machine/expand.h"

namespace vm::machine {

Result<Indexed> parse_indexed(std::string_view text) {
  const size_t bracket = text.find('[');
  if (bracket == std::string_view::npos) return Indexed{.name = text};
  Indexed indexed{.name = text.substr(0, bracket), .is_indexed = true};
  std::string_view index = text.substr(bracket + 1);
  if (!index.ends_with(']')) return fail(fmt::format("'{}': no ']' at its end", text));
  index.remove_suffix(1);
  indexed.is_all = index == "*";
  if (!indexed.is_all) indexed.range = TRY(parse_range(index));
  if (indexed.range.count() > kMaxNodes) {
    return fail(fmt::format("'{}': {} elements; at most {}", text, indexed.range.count(), kMaxNodes)
    );
  }
  return indexed;
}

size_t find_dot(std::string_view text) {
  bool is_in_brackets = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[' || text[i] == ']') is_in_brackets = text[i] == '[';
    if (text[i] == '.' && !is_in_brackets) return i;
  }
  return text.npos;
}

Result<Reference> split(std::string_view text) {
  Reference reference;
  const size_t colon = text.find(':');
  if (colon != text.npos) reference.port = text.substr(colon + 1);
  if (colon != text.npos && reference.port.empty())
    return fail(fmt::format("'{}': the name of a port is expected after ':'", text));
  const std::string_view way = text.substr(0, colon);
  const size_t dot = find_dot(way);
  if (dot != way.npos) reference.inner = way.substr(dot + 1);
  if (dot != way.npos && reference.inner.empty())
    return fail(fmt::format("'{}': the name of a node is expected after '.'", text));
  reference.node = way.substr(0, dot);
  if (reference.node.empty())
    return fail(fmt::format("'{}': the name of a node is expected at the beginning", text));
  return reference;
}

std::string_view key_of(std::string_view name) {
  return name.substr(0, name.find('['));
}

}  // namespace vm::machine
