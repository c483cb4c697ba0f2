// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/spelling.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

/// What stands for a type that only the command knows.
constexpr std::string_view kUnknown = "?";

enum class Scalar {
  Boolean,
  Integer,
  Number,
  Size,
  Other,
  Unknown
};

Scalar scalar_of(std::string_view type) {
  if (type == kUnknown) return Scalar::Unknown;
  if (type == "bool") return Scalar::Boolean;
  if (type == "number") return Scalar::Number;
  if (type == "size") return Scalar::Size;
  constexpr std::array<std::string_view, 9> kIntegers =
      {"int", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"};
  const bool is_integer = std::find(kIntegers.begin(), kIntegers.end(), type) != kIntegers.end();
  return is_integer ? Scalar::Integer : Scalar::Other;
}

bool is_list(std::string_view type) {
  return type.starts_with('[') && type.ends_with(']');
}

/// The types of the arguments of one command, by their dotted names.
class Types {
 public:
  Types(const CliCommand& command, const Json& arguments) : command_(command) {
    const auto selected = arguments.find(command.selector);
    if (command.selector.empty() || selected == arguments.end() || !selected->is_string()) return;
    for (const CliBranch& branch : command.branches) {
      if (branch.value == selected->get_ref<const std::string&>()) branch_ = branch.members;
    }
  }

  /// Empty for what is within something that has no rows of its own.
  std::string_view of(std::string_view name) const {
    for (const std::span<const CliMember> members : {command_.members, branch_}) {
      if (const CliMember* member = find(members, name)) return member->type;
    }
    const std::string_view outermost = name.substr(0, name.find('.'));
    const bool is_open = command_.is_open && find(command_.members, outermost) == nullptr;
    return is_open ? kUnknown : std::string_view();
  }

 private:
  static const CliMember* find(std::span<const CliMember> members, std::string_view name) {
    const auto found = std::find_if(members.begin(), members.end(), [&](const CliMember& member) {
      return member.name == name;
    });
    return found == members.end() ? nullptr : &*found;
  }

  const CliCommand& command_;
  std::span<const CliMember> branch_;
};

/// Applies `change` to all scalars below `json`, with the type of each.
template <typename Change>
void for_each_scalar(
    Json& json,
    const std::string& name,
    std::string_view type,
    const Types& types,
    const Change& change
) {
  if (json.is_array()) {
    const std::string_view inner = is_list(type)      ? type.substr(1, type.size() - 2)
                                   : type == kUnknown ? type
                                                      : std::string_view();
    for (Json& element : json) {
      for_each_scalar(element, name + ".", inner, types, change);
    }
    return;
  }
  if (!json.is_object()) return change(json, type);
  for (auto& [key, value] : json.get_ref<Json::object_t&>()) {
    const std::string inner = name.empty() ? key : fmt::format("{}.{}", name, key);
    for_each_scalar(value, inner, types.of(inner), types, change);
  }
}

template <typename Change>
Json changed(const CliCommand& command, const Json& arguments, const Change& change) {
  Json result = arguments;
  for_each_scalar(result, {}, {}, Types(command, arguments), change);
  return result;
}

void to_text(Json& json, std::string_view type) {
  if (!json.is_number() && !json.is_boolean()) return;
  if (scalar_of(type) == Scalar::Other) return;
  if (json.is_boolean()) {
    json = json.get<bool>() ? "on" : "off";
  } else {
    json = encoded(json);
  }
}

/// The number or boolean that `text` spells; itself when it spells none.
template <typename T>
Json read_as(const Json& text) {
  std::vector<Error> ignored;
  T value{};
  return decode(Reader(text, Spelling::Text, ignored), value) ? Json(value) : text;
}

Json read_integer(const Json& text) {
  const Json number = read_as<int64_t>(text);
  return number.is_number() ? number : read_as<uint64_t>(text);
}

/// A number only if it would be written the same: `007` can be text that must stay.
Json read_unknown(const Json& text) {
  Json boolean = read_as<bool>(text);
  if (boolean.is_boolean()) return boolean;
  const Json number = read_integer(text);
  return number.is_number() && encoded(number) == text.get_ref<const std::string&>() ? number
                                                                                     : text;
}

void to_json(Json& json, std::string_view type) {
  if (is_list(type)) {
    json = Json::array({json});
    to_json(json.front(), type.substr(1, type.size() - 2));
    return;
  }
  if (!json.is_string()) return;
  switch (scalar_of(type)) {
    case Scalar::Boolean: json = read_as<bool>(json); break;
    case Scalar::Number: json = read_as<double>(json); break;
    // What has a suffix stays as it is: QMP takes it too.
    case Scalar::Size:
    case Scalar::Integer: json = read_integer(json); break;
    case Scalar::Unknown: json = read_unknown(json); break;
    case Scalar::Other: break;
  }
}

}  // namespace

Json spelled_as_text(const CliCommand& command, const Json& arguments) {
  return changed(command, arguments, to_text);
}

Json spelled_as_json(const CliCommand& command, const Json& arguments) {
  return changed(command, arguments, to_json);
}

}  // namespace qapi
