// Generated from schema/config-diff.json by codegen/templates/types.h.j2.  Do not edit.

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

/// In what the machine is not as it is wanted.
enum class DifferenceKind {
  Missing,   ///< an object is not there
  Surplus,   ///< an object is there that is not wanted
  Type,      ///< an object is of another type
  Property,  ///< a property has another value
  Window,    ///< a window of an address space is not there, or not wanted
  Wire,      ///< a wire is not there, or not wanted
};

std::string_view to_string(DifferenceKind value);
extern const qapi::EnumType kDifferenceKindType;
constexpr const qapi::EnumType& type_of(DifferenceKind) {
  return kDifferenceKindType;
}

/// One thing in which the machine is not as it is wanted.
struct ConfigDifference {
  /// what it is
  DifferenceKind kind{};

  /// the object; for a window its address space, for a wire the object whose output it is
  std::string path;

  /// the property
  std::optional<std::string> property;

  /// what there is now: the type, the value, or the arguments of map or connect that would make
  /// it; absent where there is nothing
  std::optional<qapi::Any> present;

  /// what is wanted, likewise
  std::optional<qapi::Any> wanted;

  bool operator==(const ConfigDifference&) const = default;

  static const qapi::ObjectType kType;
};

/// A command that makes the machine more like the one that is wanted.
struct ReconcilingCommand {
  /// its name
  std::string execute;

  /// its arguments
  qapi::Any arguments;

  /// why it cannot be run now, only on a machine that is not ready yet; absent for one that can
  std::optional<std::string> needs_power_cycle;

  bool operator==(const ReconcilingCommand&) const = default;

  static const qapi::ObjectType kType;
};

/// How the machine differs from one that is wanted.
struct ConfigDiff {
  /// what is different
  std::vector<ConfigDifference> differences;

  /// those that reconcile it, in an order in which they can be run
  std::vector<ReconcilingCommand> commands;

  /// whether some of them cannot be run now
  bool needs_power_cycle{};

  bool operator==(const ConfigDiff&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `config-diff`.
struct ConfigDiffArgs {
  /// path of a configuration, as config-load takes it
  std::optional<std::string> file;

  /// instead of it, name or path of a machine, as machine-set takes it
  std::optional<std::string> type;

  /// the parameters of that machine, each by its name
  qapi::Any params = qapi::Any::object();

  bool operator==(const ConfigDiffArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
