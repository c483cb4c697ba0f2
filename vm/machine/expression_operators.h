// SPDX-License-Identifier: Apache-2.0
//
// What the operators and functions of expressions do with their operands.

#pragma once

#include <string_view>
#include <vector>

#include "vm/base/result.h"
#include "vm/machine/expression.h"

namespace vm::machine {

/// `-`, `!` or `~`.
Result<Value> apply_prefix(std::string_view op, const Value& operand);

/// Any of the operators with two operands, but for those that may leave one unevaluated.
Result<Value> apply_binary(std::string_view op, const Value& left, const Value& right);

Result<Value> call_function(std::string_view name, const std::vector<Value>& arguments);

/// The operand of `?:`, `&&`, `||` or `!`.
Result<bool> expect_bool(std::string_view op, const Value& value);

}  // namespace vm::machine
