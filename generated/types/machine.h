// Generated from schema/machine.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/json/any.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Arguments of `machine-set`.
struct MachineSetArgs {
  /// name of a machine that comes with the program (`virt`), or path of a machine description
  /// (`board.json`)
  std::string type;

  /// the parameters that the description declares, each by its name
  qapi::Any params = qapi::Any::object();

  bool operator==(const MachineSetArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `dumpdtb`.
struct DumpdtbArgs {
  /// path of the file
  std::string filename;

  /// path of the `riscv-boot` whose tree it is, for machines that have several
  std::optional<std::string> boot;

  bool operator==(const DumpdtbArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A parameter of a machine or of a part.
struct MachineParamInfo {
  /// its name
  std::string name;

  /// its type in the description: int, size, bool, str, file or enum
  std::string type;

  /// its value when it is not given; absent when it must be given
  std::optional<qapi::Any> default_;

  /// the least number allowed
  std::optional<qapi::Any> min;

  /// the greatest number allowed
  std::optional<qapi::Any> max;

  /// the values allowed
  std::optional<std::vector<qapi::Any>> in;

  /// what it means
  std::optional<std::string> doc;

  bool operator==(const MachineParamInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A machine that comes with the program.
struct MachineInfo {
  /// what machine-set takes as type
  std::string name;

  /// what it is
  std::optional<std::string> doc;

  /// its parameters
  std::vector<MachineParamInfo> params;

  bool operator==(const MachineInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// A part that comes with the program.
struct PartInfo {
  /// what device_add takes as driver, and a description as the type of a node
  std::string name;

  /// what it is
  std::optional<std::string> doc;

  /// its parameters
  std::vector<MachineParamInfo> params;

  /// the properties that it exposes; `chardev[i]` stands for one of each of several
  std::vector<std::string> props;

  /// the regions, inputs and outputs that it exposes
  std::vector<std::string> ports;

  /// the address spaces that it exposes
  std::vector<std::string> spaces;

  /// the objects in it that it exposes
  std::vector<std::string> nodes;

  bool operator==(const PartInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// One command of a plan.
struct PlannedCommand {
  /// its name
  std::string execute;

  /// its arguments
  qapi::Any arguments;

  /// where in the description it came from
  std::string origin;

  bool operator==(const PlannedCommand&) const = default;

  static const qapi::ObjectType kType;
};

/// What a description comes to.
struct MachinePlan {
  /// those that build the machine, in order; none when the description cannot be expanded
  std::vector<PlannedCommand> commands;

  /// all that keeps the machine from being built, each with its place in the description
  std::vector<std::string> errors;

  /// what is allowed and hardly meant: outputs that are wired to nothing, memory that nobody
  /// sees, harts with nothing to run
  std::vector<std::string> warnings;

  bool operator==(const MachinePlan&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `machine-plan`.
struct MachinePlanArgs {
  /// name or path of a machine, as machine-set takes it
  std::optional<std::string> type;

  /// the description itself, instead of `type`; parts are then those that come with the program
  std::optional<qapi::Any> spec;

  /// the parameters that the description declares, each by its name
  qapi::Any params = qapi::Any::object();

  bool operator==(const MachinePlanArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
