// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expression_operators.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <fmt/format.h>

namespace vm::machine {
namespace {

struct Operands {
  int64_t left;
  int64_t right;
};

Error overflow(std::string_view op, Operands operands) {
  return {.desc = fmt::format("{} {} {} does not fit 64 bits", operands.left, op, operands.right)};
}

template <typename F>
Result<Value> checked(std::string_view op, Operands operands, F compute) {
  int64_t value = 0;
  if (compute(operands.left, operands.right, &value)) {
    return tl::unexpected(overflow(op, operands));
  }
  return value;
}

Result<Value> divide(std::string_view op, Operands operands) {
  if (operands.right == 0) return fail(fmt::format("{} {} 0: division by zero", operands.left, op));
  if (operands.left == std::numeric_limits<int64_t>::min() && operands.right == -1) {
    return tl::unexpected(overflow(op, operands));
  }
  return op == "/" ? operands.left / operands.right : operands.left % operands.right;
}

Result<Value> shift(std::string_view op, Operands operands) {
  if (operands.right < 0 || operands.right > 63) {
    return fail(
        fmt::format("{} {} {}: the distance must be 0 to 63", operands.left, op, operands.right)
    );
  }
  if (op == ">>") return operands.left >> operands.right;
  const int64_t shifted =
      static_cast<int64_t>(static_cast<uint64_t>(operands.left) << operands.right);
  if (shifted >> operands.right != operands.left) return tl::unexpected(overflow(op, operands));
  return shifted;
}

Result<Value> apply_to_numbers(std::string_view op, Operands operands) {
  const auto [left, right] = operands;
  if (op == "+") {
    return checked(op, operands, [](auto a, auto b, auto* c) {
      return __builtin_add_overflow(a, b, c);
    });
  }
  if (op == "-") {
    return checked(op, operands, [](auto a, auto b, auto* c) {
      return __builtin_sub_overflow(a, b, c);
    });
  }
  if (op == "*") {
    return checked(op, operands, [](auto a, auto b, auto* c) {
      return __builtin_mul_overflow(a, b, c);
    });
  }
  if (op == "/" || op == "%") return divide(op, operands);
  if (op == "<<" || op == ">>") return shift(op, operands);
  if (op == "&") return left & right;
  if (op == "|") return left | right;
  if (op == "^") return left ^ right;
  if (op == "<") return left < right;
  if (op == "<=") return left <= right;
  if (op == ">") return left > right;
  return left >= right;
}

Result<Value> concatenate(const Value& left, const Value& right) {
  std::string text = to_text(left) + to_text(right);
  if (text.size() > kMaxStringLength) {
    return fail(fmt::format("a string of {} characters; at most {}", text.size(), kMaxStringLength)
    );
  }
  return text;
}

Result<Value> align(int64_t value, int64_t unit) {
  if (value < 0 || unit <= 0) {
    return fail(fmt::format(
        "align({}, {}): the value must not be negative, and the unit positive",
        value,
        unit
    ));
  }
  const int64_t rest = value % unit;
  int64_t aligned = value;
  if (rest != 0 && __builtin_add_overflow(value, unit - rest, &aligned)) {
    return fail(fmt::format("align({}, {}) does not fit 64 bits", value, unit));
  }
  return aligned;
}

Result<std::vector<int64_t>> numbers(std::string_view name, const std::vector<Value>& arguments) {
  std::vector<int64_t> found;
  for (const Value& argument : arguments) {
    const auto* number = std::get_if<int64_t>(&argument);
    if (number == nullptr) {
      return fail(fmt::format("{}() takes numbers, not {}", name, describe(argument)));
    }
    found.push_back(*number);
  }
  return found;
}

Result<> expect_count(std::string_view name, size_t given, size_t low, size_t high) {
  if (given >= low && given <= high) return {};
  const std::string expected =
      low == high ? fmt::format("{}", low) : fmt::format("{} or more", low);
  return fail(
      fmt::format("{}() takes {} argument{}, not {}", name, expected, low == 1 ? "" : "s", given)
  );
}

}  // namespace

Result<bool> expect_bool(std::string_view op, const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  return fail(fmt::format("'{}' takes true or false, not {}", op, describe(value)));
}

Result<Value> apply_prefix(std::string_view op, const Value& operand) {
  if (op == "!") {
    const bool flag = TRY(expect_bool(op, operand));
    return !flag;
  }
  const auto* number = std::get_if<int64_t>(&operand);
  if (number == nullptr)
    return fail(fmt::format("'{}' takes a number, not {}", op, describe(operand)));
  if (op == "~") return ~*number;
  return apply_to_numbers("-", {0, *number});
}

Result<Value> apply_binary(std::string_view op, const Value& left, const Value& right) {
  if (op == "==" || op == "!=") {
    if (left.index() != right.index()) {
      return fail(fmt::format("'{}' compares {} with {}", op, describe(left), describe(right)));
    }
    return (left == right) == (op == "==");
  }
  const bool has_string =
      std::holds_alternative<std::string>(left) || std::holds_alternative<std::string>(right);
  if (op == "+" && has_string) return concatenate(left, right);
  const auto* a = std::get_if<int64_t>(&left);
  const auto* b = std::get_if<int64_t>(&right);
  if (a == nullptr || b == nullptr) {
    return fail(fmt::format("'{}' takes numbers, not {}", op, describe(a == nullptr ? left : right))
    );
  }
  return apply_to_numbers(op, {*a, *b});
}

Result<Value> call_function(std::string_view name, const std::vector<Value>& arguments) {
  if (name == "len") {
    TRY(expect_count(name, arguments.size(), 1, 1));
    if (const auto* text = std::get_if<std::string>(&arguments[0])) {
      return static_cast<int64_t>(text->size());
    }
    return fail(fmt::format("len() takes a string, not {}", describe(arguments[0])));
  }
  const std::vector<int64_t> given = TRY(numbers(name, arguments));
  if (name == "hex") {
    TRY(expect_count(name, given.size(), 1, 1));
    return fmt::format("{:#x}", static_cast<uint64_t>(given[0]));
  }
  if (name == "align") {
    TRY(expect_count(name, given.size(), 2, 2));
    return align(given[0], given[1]);
  }
  TRY(expect_count(name, given.size(), 2, std::numeric_limits<size_t>::max()));
  return name == "min" ? *std::min_element(given.begin(), given.end())
                       : *std::max_element(given.begin(), given.end());
}

}  // namespace vm::machine
