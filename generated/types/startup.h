// Generated from qapigen/startup.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Arguments of `until-phase`.
struct UntilPhaseArgs {
  /// where to; a phase that lies behind is refused
  std::string phase;

  bool operator==(const UntilPhaseArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `script-run`.
struct ScriptRunArgs {
  /// path of the script
  std::string file;

  bool operator==(const ScriptRunArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `config-load`.
struct ConfigLoadArgs {
  /// path of the file
  std::string file;

  bool operator==(const ConfigLoadArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
