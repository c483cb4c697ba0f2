// Generated from schema/explain.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Who says that a value is what it is.
enum class ValueSource {
  Default,      ///< the type of the object
  Description,  ///< a description: the machine's, that of a part of it, or a variation
  Command,      ///< a command: an option, a config file, a script or a monitor
  Program,      ///< the program itself, such as for what an object makes inside of itself
};

std::string_view to_string(ValueSource value);
extern const qapi::EnumType kValueSourceType;
constexpr const qapi::EnumType& type_of(ValueSource) {
  return kValueSourceType;
}

/// A value, and where it comes from.
struct ValueOrigin {
  /// of the property or of the parameter
  std::string name;

  /// the value
  qapi::Any value;

  /// who says so
  ValueSource source{};

  /// the place in a description (`board.json:7:14 (nodes.uart of soc)`) or the origin of the
  /// command (`--device`, `board.json:3:5`, `monitor0.1`); absent for what the type or the
  /// program says
  std::optional<std::string> where;

  /// what is written there, where that is an expression
  std::optional<qapi::Any> written;

  /// the parameters in the expression, and where their values come from
  std::optional<std::vector<ValueOrigin>> because;

  bool operator==(const ValueOrigin&) const = default;

  static const qapi::ObjectType kType;
};

/// An object, and where it and its properties come from.
struct ObjectOrigin {
  /// its path
  std::string path;

  /// its type
  std::string type;

  /// who says that it is there
  ValueSource source{};

  /// the place where that is said, as in ValueOrigin
  std::optional<std::string> where;

  /// its properties that have a value, but for those that only tell; of a part the values that it
  /// was given
  std::vector<ValueOrigin> properties;

  bool operator==(const ObjectOrigin&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `explain`.
struct ExplainArgs {
  /// the object; with `.NAME` behind it, that property alone
  std::string path;

  bool operator==(const ExplainArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
