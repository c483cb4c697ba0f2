// SPDX-License-Identifier: Apache-2.0
//
// The expressions of machine descriptions: total, without side effects, over 64-bit integers,
// booleans and strings.
//
//   Names names = {{"harts", Value(int64_t{2})}};
//   evaluate("harts * 2 + 1", names);          // 5
//   interpolate("uart${harts - 1}", names);    // "uart1"
//   interpolate("${harts > 1}", names);        // true: a string that is only `${...}` keeps the
//   type
//
// From the loosest to the tightest: `?:`, `||`, `&&`, `== !=`, `< <= > >=`, `|`, `^`, `&`, `<< >>`,
// `+ -`, `* / %`, and the prefixes `- ! ~`. Functions: min max align len hex. Numbers are decimal
// or 0x, with K, M, G or T; strings stand in single or double quotes. A result that does not fit 64
// bits is an error. Names may hold dashes: the longest known name is taken.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "vm/base/result.h"

namespace vm::machine {

using Value = std::variant<int64_t, bool, std::string>;
using Names = std::map<std::string, Value, std::less<>>;

constexpr size_t kMaxExpressionLength = 4096;
constexpr unsigned kMaxExpressionDepth = 64;
constexpr size_t kMaxStringLength = 65536;

Result<Value> evaluate(std::string_view expression, const Names& names);

/// Evaluates every `${...}` of a text; `$${` stands for a literal `${`.
Result<Value> interpolate(std::string_view text, const Names& names);

/// Whether the name has a meaning of its own in expressions: a function, `true` or `false`.
bool is_expression_word(std::string_view name);

/// As an interpolated string shows it.
std::string to_text(const Value& value);

/// "the number 5", "the string 'x'", "true"
std::string describe(const Value& value);

}  // namespace vm::machine
