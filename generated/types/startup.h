// Generated from schema/startup.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string>

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// Arguments of `until-phase`.
struct UntilPhaseArgs {
  /// where to; a phase that lies behind is refused
  std::string phase;

  bool operator==(const UntilPhaseArgs&) const = default;
};

bool decode(const qapi::Reader& in, UntilPhaseArgs& value);
void encode(qapi::Writer& out, const UntilPhaseArgs& value);

/// Arguments of `script-run`.
struct ScriptRunArgs {
  /// path of the script
  std::string file;

  bool operator==(const ScriptRunArgs&) const = default;
};

bool decode(const qapi::Reader& in, ScriptRunArgs& value);
void encode(qapi::Writer& out, const ScriptRunArgs& value);

/// Arguments of `config-load`.
struct ConfigLoadArgs {
  /// path of the file
  std::string file;

  bool operator==(const ConfigLoadArgs&) const = default;
};

bool decode(const qapi::Reader& in, ConfigLoadArgs& value);
void encode(qapi::Writer& out, const ConfigLoadArgs& value);

}  // namespace api
