// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_params.h"

#include <filesystem>
#include <limits>

#include <fmt/format.h>

#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"

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
std::string describe_range(std::optional<int64_t> low, std::optional<int64_t> high) {
  if (!high) return fmt::format("at least {}", *low);
  return low ? fmt::format("{} to {}", *low, *high) : fmt::format("at most {}", *high);
}

Result<> check_range(const Entry<api::SpecParam>& param, int64_t value, const Names& names) {
  std::optional<int64_t> low;
  std::optional<int64_t> high;
  if (param.value.min) low = TRY(evaluate_number(param.value.min->json(), names));
  if (param.value.max) high = TRY(evaluate_number(param.value.max->json(), names));
  if ((!low || value >= *low) && (!high || value <= *high)) return {};
  return fail(fmt::format(
      "Parameter '{}' is {}; it must be {}",
      param.name,
      value,
      describe_range(low, high)
  ));
}

Result<> check_allowed(const Entry<api::SpecParam>& param, const Value& value) {
  if (!param.value.in) return {};
  std::vector<std::string> allowed;
  for (const qapi::Any& each : *param.value.in) {
    const Value other = TRY(decode_param(param, each.json(), Spelling::Text));
    if (other == value) return {};
    allowed.push_back(to_text(other));
  }
  const std::string text = to_text(value);
  const std::vector<std::string_view> names(allowed.begin(), allowed.end());
  return fail(fmt::format(
      "Parameter '{}' is '{}'; it must be one of {}{}",
      param.name,
      text,
      fmt::join(allowed, ", "),
      qapi::did_you_mean(text, names)
  ));
}

Result<> check_value(const Entry<api::SpecParam>& param, const Value& value, const Names& names) {
  if (const auto* number = std::get_if<int64_t>(&value)) TRY(check_range(param, *number, names));
  return check_allowed(param, value);
}

}  // namespace

Result<Value> read_param(
    const Entry<api::SpecParam>& param,
    const Json& given,
    Spelling spelling,
    const Names& names
) {
  Value value = TRY(decode_param(param, given, spelling));
  TRY(check_value(param, value, names));
  return value;
}

Result<Value> default_param(const LayeredParam& param, const Names& names) {
  const bool is_varied = param.value != nullptr;
  const qapi::Any& written = is_varied ? param.value->value : *param.declared->value.default_;
  const qapi::Any evaluated = TRY(evaluate_all(written.json(), names));
  Value value = TRY(read_param(*param.declared, evaluated.json(), Spelling::Text, names));
  // What the author calls a file lies beside the description.
  if (param.declared->value.type == SpecParamType::File && !std::get<std::string>(value).empty()) {
    const Spec& author = is_varied ? *param.value_layer : *param.layer;
    const auto directory = std::filesystem::path(author.file).parent_path();
    value = (directory / std::get<std::string>(value)).string();
  }
  return value;
}

qapi::Any to_any(const Value& value) {
  return qapi::Any(to_json(value));
}

Result<Value> evaluate_scalar(const Json& json, const Names& names) {
  if (json.is_string()) return interpolate(json.get_ref<const std::string&>(), names);
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_unsigned() &&
      json.get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
    return fail(fmt::format("{} does not fit 64 bits", json.get<uint64_t>()));
  }
  if (json.is_number_integer()) return json.get<int64_t>();
  return fail(fmt::format("a number, string or boolean is expected, not {}", json.type_name()));
}

Result<bool> evaluate_condition(const Json& json, const Names& names) {
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
