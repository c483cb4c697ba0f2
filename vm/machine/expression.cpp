// SPDX-License-Identifier: Apache-2.0
//
// A parser by precedence that evaluates as it goes. What `?:`, `&&` and `||` do not choose is
// parsed but not computed, so `n > 0 ? 8 / n : 0` is no division by zero.

#include "vm/machine/expression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/machine/expression_operators.h"

namespace vm::machine {
namespace {

constexpr std::array<std::string_view, 5> kFunctions = {"min", "max", "align", "len", "hex"};

// What a message repeats of an expression.
constexpr size_t kMaxQuoted = 160;

/// Operators of one precedence, the loosest first. A longer spelling stands before its prefix.
const std::vector<std::vector<std::string_view>> kLevels = {
    {"||"},
    {"&&"},
    {"==", "!="},
    {"<=", ">=", "<", ">"},
    {"|"},
    {"^"},
    {"&"},
    {"<<", ">>"},
    {"+", "-"},
    {"*", "/", "%"},
};

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_part(char c) {
  return is_name_start(c) || is_digit(c);
}

class Parser {
 public:
  Parser(std::string_view text, const Names& names) : text_(text), names_(names) {}

  Result<Value> parse() {
    Value value = TRY(conditional());
    skip_space();
    if (at_ < text_.size()) return fail(fmt::format("unexpected '{}'", text_.substr(at_)));
    return value;
  }

 private:
  /// What an unchosen operand evaluates to; nothing looks at it.
  static Value nothing() { return int64_t{0}; }

  /// Counts nested parts of the expression, and those that are only parsed.
  class Nested {
   public:
    Nested(Parser& parser, bool skip) : parser_(parser), skip_(skip) {
      ++parser_.depth_;
      parser_.skipping_ += skip_ ? 1 : 0;
    }
    ~Nested() {
      --parser_.depth_;
      parser_.skipping_ -= skip_ ? 1 : 0;
    }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;

   private:
    Parser& parser_;
    bool skip_;
  };

  Result<Value> conditional() {
    if (depth_ >= kMaxExpressionDepth) {
      return fail(fmt::format("nested deeper than {}", kMaxExpressionDepth));
    }
    const Nested nested(*this, false);
    Value condition = TRY(binary(0));
    if (!take("?")) return condition;
    bool chosen = false;
    if (skipping_ == 0) chosen = TRY(expect_bool("?:", condition));
    Value yes = TRY(branch(chosen));
    TRY(expect(":"));
    Value no = TRY(branch(!chosen));
    return chosen ? yes : no;
  }

  Result<Value> branch(bool chosen) {
    const Nested nested(*this, !chosen);
    return conditional();
  }

  Result<Value> binary(size_t level) {
    if (level == kLevels.size()) return prefix();
    Value left = TRY(binary(level + 1));
    while (const std::optional<std::string_view> op = take_operator(level)) {
      if (*op == "&&" || *op == "||") {
        left = TRY(logical(*op, left));
        continue;
      }
      Value right = TRY(binary(level + 1));
      if (skipping_ == 0) left = TRY(apply_binary(*op, left, right));
    }
    return left;
  }

  Result<Value> logical(std::string_view op, const Value& left) {
    const size_t level = op == "||" ? 0 : 1;
    bool decided = false;
    if (skipping_ == 0) {
      const bool flag = TRY(expect_bool(op, left));
      decided = flag == (op == "||");
    }
    const Nested nested(*this, decided);
    Value right = TRY(binary(level + 1));
    if (skipping_ != 0) return decided ? left : nothing();
    const bool flag = TRY(expect_bool(op, right));
    return flag;
  }

  Result<Value> prefix() {
    for (const std::string_view op : {"-", "!", "~"}) {
      if (!take(op)) continue;
      if (depth_ >= kMaxExpressionDepth) {
        return fail(fmt::format("nested deeper than {}", kMaxExpressionDepth));
      }
      const Nested nested(*this, false);
      Value operand = TRY(prefix());
      if (skipping_ != 0) return nothing();
      return apply_prefix(op, operand);
    }
    return primary();
  }

  Result<Value> primary() {
    skip_space();
    if (at_ == text_.size()) return fail("the expression ends where a value is expected");
    const char c = text_[at_];
    if (take("(")) {
      Value value = TRY(conditional());
      TRY(expect(")"));
      return value;
    }
    if (c == '\'' || c == '"') return string();
    if (is_digit(c)) return number();
    if (is_name_start(c)) return name();
    return fail(fmt::format("unexpected '{}'", text_.substr(at_)));
  }

  Result<Value> string() {
    const size_t end = text_.find(text_[at_], at_ + 1);
    if (end == std::string_view::npos)
      return fail(fmt::format("no end of the string {}", text_.substr(at_)));
    const std::string_view content = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return std::string(content);
  }

  Result<Value> number() {
    const size_t start = at_;
    while (at_ < text_.size() && is_name_part(text_[at_])) {
      ++at_;
    }
    const std::string_view spelled = text_.substr(start, at_ - start);
    const std::optional<int64_t> value = parse_number(spelled);
    if (!value) return fail(fmt::format("'{}' is no number of 64 bits", spelled));
    return *value;
  }

  static std::optional<int64_t> parse_number(std::string_view spelled) {
    const bool is_hex = spelled.starts_with("0x") || spelled.starts_with("0X");
    const int64_t base = is_hex ? 16 : 10;
    if (is_hex) spelled.remove_prefix(2);
    int64_t unit = 1;
    const size_t suffix = std::string_view("KMGT").find(spelled.empty() ? '?' : spelled.back());
    if (suffix != std::string_view::npos) {
      unit = int64_t{1} << (10 * (suffix + 1));
      spelled.remove_suffix(1);
    }
    if (spelled.empty()) return std::nullopt;
    int64_t value = 0;
    for (const char c : spelled) {
      const int64_t digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
      if (digit < 0 || digit >= base) return std::nullopt;
      if (__builtin_mul_overflow(value, base, &value)) return std::nullopt;
      if (__builtin_add_overflow(value, digit, &value)) return std::nullopt;
    }
    if (__builtin_mul_overflow(value, unit, &value)) return std::nullopt;
    return value;
  }

  Result<Value> name() {
    const std::string_view longest = longest_name();
    std::string_view known = longest;
    while (!names_.contains(known) && !is_expression_word(known)) {
      const size_t dash = known.rfind('-');
      if (dash == std::string_view::npos) return unknown(longest);
      known = known.substr(0, dash);
    }
    at_ += known.size();
    if (const auto found = names_.find(known); found != names_.end()) return found->second;
    if (known == "true" || known == "false") return known == "true";
    return call(known);
  }

  /// Everything from here that could be a name, dashes included.
  std::string_view longest_name() const {
    size_t end = at_;
    while (end < text_.size() &&
           (is_name_part(text_[end]) ||
            (text_[end] == '-' && end + 1 < text_.size() && is_name_part(text_[end + 1])))) {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  Result<Value> unknown(std::string_view name) const {
    std::vector<std::string_view> known(kFunctions.begin(), kFunctions.end());
    for (const auto& [other, value] : names_) {
      known.push_back(other);
    }
    return fail(
        fmt::format("no parameter or function '{}'{}", name, qapi::did_you_mean(name, known))
    );
  }

  Result<Value> call(std::string_view function) {
    TRY(expect("("));
    std::vector<Value> arguments;
    if (!take(")")) {
      do {
        arguments.push_back(TRY(conditional()));
      } while (take(","));
      TRY(expect(")"));
    }
    if (skipping_ != 0) return nothing();
    return call_function(function, arguments);
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) {
      ++at_;
    }
  }

  bool take(std::string_view token) {
    skip_space();
    if (!text_.substr(at_).starts_with(token)) return false;
    // `!` is not the start of `!=`.
    if (token == "!" && text_.substr(at_).starts_with("!=")) return false;
    at_ += token.size();
    return true;
  }

  std::optional<std::string_view> take_operator(size_t level) {
    skip_space();
    const std::string_view rest = text_.substr(at_);
    for (const std::string_view op : kLevels[level]) {
      if (!rest.starts_with(op)) continue;
      // `|`, `&`, `<` and `>` may be the first half of another operator.
      const std::string_view doubled = rest.substr(0, 2);
      if (op.size() == 1 &&
          (doubled == "||" || doubled == "&&" || doubled == "<<" || doubled == ">>"))
        continue;
      at_ += op.size();
      return op;
    }
    return std::nullopt;
  }

  Result<> expect(std::string_view token) {
    if (take(token)) return {};
    if (at_ == text_.size()) return fail(fmt::format("'{}' expected at the end", token));
    return fail(fmt::format("'{}' expected at '{}'", token, text_.substr(at_)));
  }

  std::string_view text_;
  const Names& names_;
  size_t at_ = 0;
  unsigned depth_ = 0;
  unsigned skipping_ = 0;
};

/// Where the `}` is that ends the expression which `text` starts with.
size_t find_end(std::string_view text) {
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '}') {
      return i;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string to_text(const Value& value) {
  if (const auto* number = std::get_if<int64_t>(&value)) return fmt::format("{}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return std::get<std::string>(value);
}

std::string describe(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    return fmt::format("the string '{}'", *text);
  return (std::holds_alternative<int64_t>(value) ? "the number " : "") + to_text(value);
}

bool is_expression_word(std::string_view name) {
  return name == "true" || name == "false" ||
         std::find(kFunctions.begin(), kFunctions.end(), name) != kFunctions.end();
}

Result<Value> evaluate(std::string_view expression, const Names& names) {
  if (expression.size() > kMaxExpressionLength) {
    return fail(fmt::format(
        "an expression of {} characters; at most {}",
        expression.size(),
        kMaxExpressionLength
    ));
  }
  Result<Value> value = Parser(expression, names).parse();
  if (value) return value;
  const bool is_long = expression.size() > kMaxQuoted;
  return fail(fmt::format(
      "${{{}{}}}: {}",
      expression.substr(0, kMaxQuoted),
      is_long ? "..." : "",
      value.error().desc
  ));
}

Result<Value> interpolate(std::string_view text, const Names& names) {
  std::string result;
  size_t at = 0;
  while (at < text.size()) {
    const size_t start = text.find("${", at);
    if (start == std::string_view::npos) break;
    if (start > 0 && text[start - 1] == '$') {
      result += text.substr(at, start - 1 - at);
      result += "${";
      at = start + 2;
      continue;
    }
    const size_t length = find_end(text.substr(start + 2));
    if (length == std::string_view::npos)
      return fail(fmt::format("no '}}' after '{}'", text.substr(start)));
    Value value = TRY(evaluate(text.substr(start + 2, length), names));
    if (start == 0 && length + 3 == text.size()) return value;
    result += text.substr(at, start - at);
    result += to_text(value);
    at = start + 3 + length;
  }
  result += text.substr(at);
  if (result.size() > kMaxStringLength) {
    return fail(
        fmt::format("a string of {} characters; at most {}", result.size(), kMaxStringLength)
    );
  }
  return result;
}

}  // namespace vm::machine
