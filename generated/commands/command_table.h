// Generated from schema/ by codegen/templates/command_table.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <span>

#include "runtime/dispatch/command.h"

namespace api {

/// The commands, in the order of the table.
enum class CommandRow : int16_t {
  QmpCapabilities,
  QueryVersion,
  QueryCommands,
  QueryMachinePhase,
  QueryPhases,
  Quit,
  MonitorAdd,
  QueryQmpSchema,
  QueryStatus,
  Cont,
  Stop,
  SystemReset,
  SetAction,
  UntilPhase,
  XExitPreconfig,
  ScriptRun,
  ConfigLoad,
  MachineSet,
  MachineInit,
  MachineDone,
  QueryMachines,
  QueryMachinePlan,
  AccelSet,
  QueryAccel,
  ChardevAdd,
  ChardevRemove,
  QueryChardev,
  ObjectAdd,
  ObjectDel,
  QomList,
  QomGet,
  QomSet,
  QomListTypes,
  QomListProperties,
  DeviceListProperties,
  QueryTree,
  DeviceAdd,
  DeviceDel,
  Map,
  Unmap,
  Connect,
  Disconnect,
};

constexpr int16_t row(CommandRow command) {
  return static_cast<int16_t>(command);
}

std::span<const qapi::Command> command_table();

}  // namespace api
