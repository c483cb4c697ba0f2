// Generated from schema/ by codegen/templates/command_table.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <span>

#include "runtime/dispatch/command.h"
#include "runtime/dispatch/command_alias.h"

namespace api {

/// The commands, in the order of the table.
enum class CommandRow : int16_t {
  QmpCapabilities,
  QueryVersion,
  QueryCommands,
  QueryPhases,
  Quit,
  MonitorAdd,
  MonitorDel,
  QueryMonitors,
  Getfd,
  Closefd,
  AddFd,
  RemoveFd,
  QueryFdsets,
  QueryQmpSchema,
  UntilPhase,
  ScriptRun,
  ConfigLoad,
  QueryConfig,
  QueryJournal,
  JournalOpen,
  SetCompat,
  QueryStatus,
  QueryMachinePhase,
  Cont,
  Stop,
  SystemWakeup,
  SystemReset,
  SystemPowerdown,
  SetAction,
  WatchdogSetAction,
  BreakpointAdd,
  BreakpointRemove,
  QueryBreakpoints,
  GdbserverStart,
  GdbserverStop,
  QueryGdbservers,
  QueryMigrate,
  MigrateSetCapabilities,
  QueryMigrateCapabilities,
  MigrateSetParameters,
  QueryMigrateParameters,
  Migrate,
  MigrateCancel,
  MigrateContinue,
  MigrateAwait,
  MigrateIncoming,
  QueryJobs,
  JobCancel,
  JobDismiss,
  SnapshotSave,
  SnapshotLoad,
  SnapshotDelete,
  QuerySnapshots,
  XExitPreconfig,
  ConfigBegin,
  ConfigCommit,
  ConfigAbort,
  MachineSet,
  MachineInit,
  MachineDone,
  Dumpdtb,
  QueryMachines,
  QueryParts,
  QueryMachinePlan,
  MachinePlan,
  AccelSet,
  QueryAccel,
  ChardevAdd,
  ChardevRemove,
  QueryChardev,
  RingbufWrite,
  RingbufRead,
  NetdevAdd,
  SetLink,
  QueryNetdevs,
  NetdevDel,
  BlockdevAdd,
  BlockResize,
  QueryNamedBlockNodes,
  QueryBlockstats,
  BlockdevDel,
  Balloon,
  QueryBalloon,
  SendKey,
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
  DeviceRemove,
  QueryHotplug,
  Map,
  Unmap,
  Connect,
  Disconnect,
  QueryGraph,
  Explain,
  ConfigDiff,
};

constexpr int16_t row(CommandRow command) {
  return static_cast<int16_t>(command);
}

std::span<const qapi::Command> command_table();

/// Commands of other emulators that stand for one of these.
std::span<const qapi::CommandAlias> command_aliases();

}  // namespace api
