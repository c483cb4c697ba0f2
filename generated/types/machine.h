// Generated from schema/machine.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/json/any.h"

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
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
};

bool decode(const qapi::Reader& in, MachineSetArgs& value);
void encode(qapi::Writer& out, const MachineSetArgs& value);

/// A parameter of a machine.
struct MachineParamInfo {
  /// its name
  std::string name;

  /// its type in the description: int, size, bool, str, file or enum
  std::string type;

  /// its value when it is not given; absent when it must be given
  std::optional<qapi::Any> default_;

  /// what it means
  std::optional<std::string> doc;

  bool operator==(const MachineParamInfo&) const = default;
};

bool decode(const qapi::Reader& in, MachineParamInfo& value);
void encode(qapi::Writer& out, const MachineParamInfo& value);

/// A machine that comes with the program.
struct MachineInfo {
  /// what machine-set takes as type
  std::string name;

  /// what it is
  std::optional<std::string> doc;

  /// its parameters
  std::vector<MachineParamInfo> params;

  bool operator==(const MachineInfo&) const = default;
};

bool decode(const qapi::Reader& in, MachineInfo& value);
void encode(qapi::Writer& out, const MachineInfo& value);

/// One command of a plan.
struct PlannedCommand {
  /// its name
  std::string execute;

  /// its arguments
  qapi::Any arguments;

  /// where in the description it came from
  std::string origin;

  bool operator==(const PlannedCommand&) const = default;
};

bool decode(const qapi::Reader& in, PlannedCommand& value);
void encode(qapi::Writer& out, const PlannedCommand& value);

}  // namespace api
