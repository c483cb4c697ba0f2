// Generated from golden/ by codegen/templates/command_table.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <span>

#include "runtime/dispatch/command.h"
#include "runtime/dispatch/command_alias.h"

namespace api {

/// The commands, in the order of the table.
enum class CommandRow : int16_t {
  Load,
  Fire,
  Pause,
  Unload,
  UntilPhase,
  SetFuel,
#if defined(CONFIG_CURVES)
  SetCurve,
#endif
  Tune,
  DeviceAdd,
  RemovePart,
  QueryStatus,
  QueryUptime,
  QueryNames,
  QueryLegacy,
  XCrash,
};

constexpr int16_t row(CommandRow command) {
  return static_cast<int16_t>(command);
}

std::span<const qapi::Command> command_table();

/// Commands of other emulators that stand for one of these.
std::span<const qapi::CommandAlias> command_aliases();

}  // namespace api
