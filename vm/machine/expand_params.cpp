// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_params.h"

#include <filesystem>
#include <limits>

#include <fmt/format.h>

#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "vm/machine/expand_scope.h"
#include "vm/machine/json_words.h"

namespace vm::machine {
namespace {

using api::SpecParamType;
using qapi::Json;
using qapi::Reader;
using qapi::Spelling;

Json to_json(const Value& value) {
  return std::visit([](const auto& held) { return Json(held); }, value);
}

template <typename T>
Result<T> decode_as(std::string_view name, const Json& json, Spelling spelling) {
  std::vector<Error> errors;
  T value{};
  if (decode(Reader(json, spelling, errors).member(name, json), value)) return value;
  return tl::unexpected(qapi::combine(std::move(errors)));
}

Result<int64_t> decode_size_as(std::string_view name, const Json& json, Spelling spelling) {
  std::vector<Error> errors;
  uint64_t value = 0;
  const Reader in(json, spelling, errors);
  const Reader member = in.member(name, json);
  if (!decode_size(member, value)) return tl::unexpected(qapi::combine(std::move(errors)));
  if (value > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
    return fail(fmt::format("Parameter '{}' is {}, more than 2^63 - 1", name, value));
  }
  return static_cast<int64_t>(value);
}

Result<Value> decode_param(
    const Entry<api::SpecParam>& param,
    const Json& json,
    Spelling spelling
) {
  switch (param.value.type) {
    case SpecParamType::Int: return TRY(decode_as<int64_t>(param.name, json, spelling));
    case SpecParamType::Size: return TRY(decode_size_as(param.name, json, spelling));
    case SpecParamType::Bool: return TRY(decode_as<bool>(param.name, json, spelling));
    case SpecParamType::Str:
    case SpecParamType::File:
    case SpecParamType::Enum: return TRY(decode_as<std::string>(param.name, json, spelling));
  }
  __builtin_unreachable();
}

/// "0 to 8", "at least 2097152"
std::string describe_range(const ParamRule& rule) {
  if (!rule.high) return fmt::format("at least {}", *rule.low);
  return rule.low ? fmt::format("{} to {}", *rule.low, *rule.high)
                  : fmt::format("at most {}", *rule.high);
}

Result<> check_range(const std::string& name, int64_t value, const ParamRule& rule) {
  if ((!rule.low || value >= *rule.low) && (!rule.high || value <= *rule.high)) return {};
  return fail(fmt::format("Parameter '{}' is {}; it must be {}", name, value, describe_range(rule))
  );
}

Result<> check_allowed(const std::string& name, const Value& value, const ParamRule& rule) {
  if (rule.allowed.empty()) return {};
  std::vector<std::string> allowed;
  for (const Value& other : rule.allowed) {
    if (other == value) return {};
    allowed.push_back(to_text(other));
  }
  const std::string text = to_text(value);
  const std::vector<std::string_view> names(allowed.begin(), allowed.end());
  return fail(fmt::format(
      "Parameter '{}' is '{}'; it must be one of {}{}",
      name,
      text,
      fmt::join(allowed, ", "),
      qapi::did_you_mean(text, names)
  ));
}

/// One of the bounds, if it is declared.
std::optional<int64_t> read_bound(
    const std::optional<qapi::Any>& bound,
    const Place& place,
    const Names& names,
    const ReportRule& report
) {
  if (!bound) return std::nullopt;
  Result<int64_t> value = evaluate_number(bound->json(), names);
  if (value) return *value;
  report(place, bound->json(), std::move(value).error());
  return std::nullopt;
}

std::vector<Value> read_allowed(
    const Entry<api::SpecParam>& param,
    const ParamRule& bounds,
    const Place& place,
    const ReportRule& report
) {
  std::vector<Value> allowed;
  for (size_t i = 0; param.value.in && i < param.value.in->size(); ++i) {
    const Json& written = (*param.value.in)[i].json();
    Result<Value> value = read_param(param, bounds, written, Spelling::Text);
    if (value) {
      allowed.push_back(*std::move(value));
    } else {
      report(place.element(i), written, std::move(value).error());
    }
  }
  return allowed;
}

}  // namespace

ParamRule read_rule(
    const Entry<api::SpecParam>& param,
    const Place& place,
    const Names& names,
    const ReportRule& report
) {
  ParamRule rule{
      .low = read_bound(param.value.min, place.member("min"), names, report),
      .high = read_bound(param.value.max, place.member("max"), names, report)};
  if (rule.low && rule.high && *rule.low > *rule.high) {
    std::string desc = fmt::format("{} is less than min, which is {}", *rule.high, *rule.low);
    report(place.member("max"), param.value.max->json(), {.desc = std::move(desc)});
    return {};
  }
  rule.allowed = read_allowed(param, rule, place.member("in"), report);
  return rule;
}

Result<Value> read_param(
    const Entry<api::SpecParam>& param,
    const ParamRule& rule,
    const Json& given,
    Spelling spelling
) {
  Value value = TRY(decode_param(param, given, spelling));
  if (const auto* number = std::get_if<int64_t>(&value))
    TRY(check_range(param.name, *number, rule));
  TRY(check_allowed(param.name, value, rule));
  return value;
}

Result<Value> default_param(const LayeredParam& param, const ParamRule& rule, const Names& names) {
  const qapi::Any evaluated = TRY(evaluate_all(written_default(param), names));
  Value value = TRY(read_param(*param.declared, rule, evaluated.json(), Spelling::Text));
  // What the author calls a file lies beside the description.
  if (param.declared->value.type == SpecParamType::File && !std::get<std::string>(value).empty()) {
    const Spec& author = param.value != nullptr ? *param.value_layer : *param.layer;
    const auto directory = std::filesystem::path(author.file).parent_path();
    value = (directory / std::get<std::string>(value)).string();
  }
  return value;
}

const Json& written_default(const LayeredParam& param) {
  return param.value != nullptr ? param.value->value.json()
                                : param.declared->value.default_->json();
}

qapi::Any to_any(const Value& value) {
  return qapi::Any(to_json(value));
}

bool is_scalar(const Json& json) {
  return json.is_string() || json.is_boolean() || json.is_number_integer();
}

Result<Value> evaluate_scalar(const Json& json, const Names& names) {
  if (json.is_string()) return interpolate(json.get_ref<const std::string&>(), names);
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_unsigned() &&
      json.get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
    return fail(fmt::format("{} does not fit 64 bits", json.get<uint64_t>()));
  }
  if (json.is_number_integer()) return json.get<int64_t>();
  return fail(fmt::format("a number, string or boolean is expected, not {}", in_words(json)));
}

Result<bool> evaluate_condition(const Json& json, const Names& names) {
  if (!is_scalar(json))
    return fail(fmt::format("a condition must be true or false, not {}", in_words(json)));
  const Value value = TRY(evaluate_scalar(json, names));
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  return fail(fmt::format("a condition must be true or false, not {}", describe(value)));
}

Result<qapi::Any> evaluate_all(const Json& json, const Names& names) {
  if (json.is_string()) {
    return to_any(TRY(interpolate(json.get_ref<const std::string&>(), names)));
  }
  Json result = json;
  if (json.is_structured()) {
    for (auto& [name, member] : result.items()) {
      qapi::Any evaluated = TRY(evaluate_all(member, names));
      member = std::move(evaluated.json());
    }
  }
  return qapi::Any(std::move(result));
}

Result<int64_t> evaluate_number(const Json& json, const Names& names) {
  if (!is_scalar(json)) return fail(fmt::format("a number is expected, not {}", in_words(json)));
  const Value value = TRY(evaluate_scalar(json, names));
  if (const auto* number = std::get_if<int64_t>(&value)) return *number;
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr) {
    std::vector<Error> errors;
    const Json spelled(*text);
    uint64_t size = 0;
    if (decode_size(Reader(spelled, Spelling::Text, errors), size) &&
        size <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
      return static_cast<int64_t>(size);
    }
  }
  return fail(fmt::format("a number is expected, not {}", describe(value)));
}

}  // namespace vm::machine
