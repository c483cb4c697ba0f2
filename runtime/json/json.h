// SPDX-License-Identifier: Apache-2.0
//
// The JSON document type itself, and the parser. Only .cpp files include this; headers take
// json_fwd.h.
//
//   Result<Json> json = parse_json(text, {.comments = true});   // error: "3:7: expected ..."
//
// Stricter than the standard asks for (duplicate members are refused), bounded in size and depth,
// and linear in time.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

#include "runtime/base/result.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

static_assert(std::is_same_v<Json, nlohmann::ordered_json>, "json_fwd.h spells it out");

inline constexpr size_t kMaxJsonBytes = size_t{64} << 20;
inline constexpr size_t kMaxJsonTokens = size_t{2} << 20;
inline constexpr size_t kMaxJsonDepth = 1024;

/// Additions to standard JSON.
struct JsonSyntax {
  bool comments = false;       ///< `// ...` and `/* ... */`
  bool single_quotes = false;  ///< 'text', as QMP allows
};

/// A place in a text, counted from 1; columns count bytes.
struct Position {
  size_t line = 1;
  size_t column = 1;

  bool operator==(const Position&) const = default;
};

Position position_at(std::string_view text, size_t offset);

/// "3:7".
std::string to_string(const Position& position);

struct JsonError {
  Position position;
  std::string desc;
};

class SourceMap;

/// Also fills `map`, when there is one, with the places of all values.
tl::expected<Json, JsonError> parse_json_at(
    std::string_view text,
    const JsonSyntax& syntax,
    SourceMap* map = nullptr
);

/// As above; the error's text begins with its position.
Result<Json> parse_json(std::string_view text, const JsonSyntax& syntax = {});

}  // namespace qapi
