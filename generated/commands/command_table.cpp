// Generated from schema/ by codegen/templates/command_table.cpp.j2.  Do not edit.

#include "generated/commands/command_table.h"

#include <string_view>

#include "generated/commands/accel.h"
#include "generated/commands/balloon.h"
#include "generated/commands/block_core.h"
#include "generated/commands/char.h"
#include "generated/commands/compat.h"
#include "generated/commands/config_diff.h"
#include "generated/commands/debug.h"
#include "generated/commands/descriptors.h"
#include "generated/commands/device.h"
#include "generated/commands/explain.h"
#include "generated/commands/graph.h"
#include "generated/commands/introspect.h"
#include "generated/commands/jobs.h"
#include "generated/commands/journal.h"
#include "generated/commands/keys.h"
#include "generated/commands/machine.h"
#include "generated/commands/migration.h"
#include "generated/commands/monitors.h"
#include "generated/commands/net.h"
#include "generated/commands/preconfig.h"
#include "generated/commands/qmp.h"
#include "generated/commands/qom.h"
#include "generated/commands/run_state.h"
#include "generated/commands/snapshots.h"
#include "generated/commands/startup.h"
#include "generated/commands/transactions.h"
#include "generated/phases/phases.h"

#include "runtime/dispatch/invoke.h"
#include "runtime/json/type.h"
#include "vm/machine/vm.h"

namespace api {
namespace {

constexpr std::string_view kMonitorAddMandatory[] = {"listen"};

constexpr std::string_view kMonitorAddKey[] = {"id"};

constexpr std::string_view kMonitorDelMandatory[] = {"id"};

constexpr std::string_view kMonitorDelKey[] = {"id"};

constexpr std::string_view kMonitorDelRemoves[] = {"monitors"};

constexpr std::string_view kGetfdMandatory[] = {"fdname"};

constexpr std::string_view kClosefdMandatory[] = {"fdname"};

constexpr std::string_view kRemoveFdMandatory[] = {"fdset-id"};

constexpr std::string_view kUntilPhaseMandatory[] = {"phase"};

constexpr std::string_view kScriptRunMandatory[] = {"file"};

constexpr std::string_view kConfigLoadMandatory[] = {"file"};

constexpr std::string_view kJournalOpenMandatory[] = {"file"};

constexpr qapi::Move kContMoves[] = {
    {.from =
         in(VmPhase::Prelaunch,
            VmPhase::Running,
            VmPhase::Paused,
            VmPhase::Debug,
            VmPhase::IoError,
            VmPhase::Watchdog,
            VmPhase::Postmigrate),
     .to = in(VmPhase::Running)},
};

constexpr qapi::Move kStopMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Paused)},
};

constexpr qapi::Move kSystemWakeupMoves[] = {
    {.from = in(VmPhase::Suspended), .to = in(VmPhase::Running)},
};

constexpr qapi::Move kSystemResetMoves[] = {
    {.from =
         in(VmPhase::Suspended,
            VmPhase::Debug,
            VmPhase::IoError,
            VmPhase::InternalError,
            VmPhase::GuestPanicked,
            VmPhase::Watchdog,
            VmPhase::Shutdown,
            VmPhase::Postmigrate),
     .to = in(VmPhase::Prelaunch)},
};

constexpr std::string_view kWatchdogSetActionMandatory[] = {"action"};

constexpr std::string_view kBreakpointAddMandatory[] = {"address"};

constexpr std::string_view kBreakpointRemoveMandatory[] = {"address"};

constexpr std::string_view kGdbserverStartMandatory[] = {"listen"};

constexpr std::string_view kGdbserverStartKey[] = {"id"};

constexpr std::string_view kGdbserverStopMandatory[] = {"id"};

constexpr std::string_view kGdbserverStopKey[] = {"id"};

constexpr std::string_view kGdbserverStopRemoves[] = {"gdbservers"};

constexpr std::string_view kMigrateSetCapabilitiesMandatory[] = {"capabilities"};

constexpr std::string_view kMigrateMandatory[] = {"uri"};

constexpr std::string_view kMigrateContinueMandatory[] = {"state"};

constexpr qapi::Move kMigrateAwaitMoves[] = {
    {.from = in(VmPhase::Prelaunch), .to = in(VmPhase::Inmigrate)},
};

constexpr std::string_view kMigrateIncomingMandatory[] = {"uri"};

constexpr std::string_view kJobCancelMandatory[] = {"id"};

constexpr std::string_view kJobDismissMandatory[] = {"id"};

constexpr qapi::Move kSnapshotSaveMoves[] = {
    {.from = in(VmPhase::Running, VmPhase::Paused), .to = in(VmPhase::SaveVm)},
};

constexpr std::string_view kSnapshotSaveMandatory[] = {"job-id", "tag", "vmstate"};

constexpr qapi::Move kSnapshotLoadMoves[] = {
    {.from = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused),
     .to = in(VmPhase::RestoreVm)},
};

constexpr std::string_view kSnapshotLoadMandatory[] = {"job-id", "tag", "vmstate"};

constexpr std::string_view kSnapshotDeleteMandatory[] = {"job-id", "tag", "vmstate"};

constexpr std::string_view kQuerySnapshotsMandatory[] = {"vmstate"};

constexpr qapi::Move kMachineSetMoves[] = {
    {.from = in(VmPhase::NoMachine), .to = in(VmPhase::MachineCreated)},
};

constexpr std::string_view kMachineSetMandatory[] = {"type"};

constexpr qapi::Move kMachineInitMoves[] = {
    {.from = in(VmPhase::AccelCreated), .to = in(VmPhase::MachineInitialized)},
};

constexpr qapi::Move kMachineDoneMoves[] = {
    {.from = in(VmPhase::MachineInitialized), .to = in(VmPhase::Prelaunch)},
};

constexpr std::string_view kDumpdtbMandatory[] = {"filename"};

constexpr qapi::Move kAccelSetMoves[] = {
    {.from = in(VmPhase::MachineCreated), .to = in(VmPhase::AccelCreated)},
};

constexpr std::string_view kChardevAddMandatory[] = {"id", "backend"};

constexpr std::string_view kChardevAddKey[] = {"id"};

constexpr std::string_view kChardevRemoveMandatory[] = {"id"};

constexpr std::string_view kChardevRemoveKey[] = {"id"};

constexpr std::string_view kChardevRemoveRemoves[] = {"chardevs", "objects", "properties"};

constexpr std::string_view kRingbufWriteMandatory[] = {"device", "data"};

constexpr std::string_view kRingbufReadMandatory[] = {"device", "size"};

constexpr std::string_view kNetdevAddMandatory[] = {"id", "type"};

constexpr std::string_view kNetdevAddKey[] = {"id"};

constexpr std::string_view kSetLinkMandatory[] = {"name", "up"};

constexpr std::string_view kSetLinkKey[] = {"name"};

constexpr std::string_view kNetdevDelMandatory[] = {"id"};

constexpr std::string_view kNetdevDelKey[] = {"id"};

constexpr std::string_view kNetdevDelRemoves[] = {"netdevs", "objects", "links", "properties"};

constexpr std::string_view kBlockdevAddMandatory[] = {"driver"};

constexpr std::string_view kBlockdevAddKey[] = {"node-name"};

constexpr std::string_view kBlockResizeMandatory[] = {"node-name", "size"};

constexpr std::string_view kBlockdevDelMandatory[] = {"node-name"};

constexpr std::string_view kBlockdevDelKey[] = {"node-name"};

constexpr std::string_view kBlockdevDelRemoves[] = {"blockdevs", "objects", "properties"};

constexpr std::string_view kBalloonMandatory[] = {"value"};

constexpr std::string_view kSendKeyMandatory[] = {"keys"};

constexpr std::string_view kObjectAddMandatory[] = {"qom-type", "id"};

constexpr std::string_view kObjectAddKey[] = {"id"};

constexpr std::string_view kObjectDelMandatory[] = {"id"};

constexpr std::string_view kObjectDelKey[] = {"id"};

constexpr std::string_view kObjectDelRemoves[] =
    {"objects", "chardevs", "netdevs", "links", "blockdevs", "properties"};

constexpr std::string_view kQomListMandatory[] = {"path"};

constexpr std::string_view kQomGetMandatory[] = {"path", "property"};

constexpr std::string_view kQomSetMandatory[] = {"path", "property", "value"};

constexpr std::string_view kQomSetKey[] = {"path", "property"};

constexpr std::string_view kQomListPropertiesMandatory[] = {"typename"};

constexpr std::string_view kDeviceListPropertiesMandatory[] = {"typename"};

constexpr std::string_view kDeviceAddMandatory[] = {"driver", "id"};

constexpr std::string_view kDeviceAddKey[] = {"id"};

constexpr std::string_view kDeviceDelMandatory[] = {"id"};

constexpr std::string_view kDeviceRemoveMandatory[] = {"id"};

constexpr std::string_view kDeviceRemoveKey[] = {"id"};

constexpr std::string_view kDeviceRemoveRemoves[] = {"devices", "map", "connect", "properties"};

constexpr std::string_view kMapMandatory[] = {"region", "at", "into"};

constexpr std::string_view kMapKey[] = {"region", "into", "at"};

constexpr std::string_view kUnmapMandatory[] = {"region", "at", "into"};

constexpr std::string_view kUnmapKey[] = {"region", "into", "at"};

constexpr std::string_view kUnmapRemoves[] = {"map"};

constexpr std::string_view kConnectMandatory[] = {"from", "to"};

constexpr std::string_view kConnectKey[] = {"from", "to"};

constexpr std::string_view kDisconnectMandatory[] = {"from", "to"};

constexpr std::string_view kDisconnectKey[] = {"from", "to"};

constexpr std::string_view kDisconnectRemoves[] = {"connect"};

constexpr std::string_view kQueryGraphMandatory[] = {"kind"};

constexpr std::string_view kExplainMandatory[] = {"path"};

constexpr qapi::Command kCommands[] = {
    {
        .name = "qmp_capabilities",
        .in = kAnyPhase,
        .arguments = qapi::arguments<&vm::commands::qmp_capabilities>,
        .run = qapi::invoke<&vm::commands::qmp_capabilities>,
    },
    {
        .name = "query-version",
        .in = kAnyPhase,
        .allow_oob = true,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_version>,
    },
    {
        .name = "query-commands",
        .in = kAnyPhase,
        .read_only = true,
        .arguments = qapi::arguments<&vm::commands::query_commands>,
        .run = qapi::invoke<&vm::commands::query_commands>,
    },
    {
        .name = "query-phases",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_phases>,
    },
    {
        .name = "quit",
        .in = kAnyPhase,
        .group = "Startup",
        .transient = true,
        .run = qapi::invoke<&vm::commands::quit>,
    },
    {
        .name = "monitor-add",
        .in = kAnyPhase,
        .group = "Monitors",
        .mandatory = kMonitorAddMandatory,
        .implied_key = "listen",
        .key = kMonitorAddKey,
        .config = {.name = "monitors", .list = true, .when = qapi::ConfigSection::When::After},
        .arguments = qapi::arguments<&vm::commands::monitor_add>,
        .run = qapi::invoke<&vm::commands::monitor_add>,
    },
    {
        .name = "monitor-del",
        .in = kAnyPhase,
        .group = "Monitors",
        .mandatory = kMonitorDelMandatory,
        .implied_key = "id",
        .key = kMonitorDelKey,
        .removes = kMonitorDelRemoves,
        .arguments = qapi::arguments<&vm::commands::monitor_del>,
        .run = qapi::invoke<&vm::commands::monitor_del>,
    },
    {
        .name = "query-monitors",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_monitors>,
    },
    {
        .name = "getfd",
        .in = kAnyPhase,
        .group = "Descriptors",
        .mandatory = kGetfdMandatory,
        .arguments = qapi::arguments<&vm::commands::getfd>,
        .run = qapi::invoke<&vm::commands::getfd>,
    },
    {
        .name = "closefd",
        .in = kAnyPhase,
        .group = "Descriptors",
        .mandatory = kClosefdMandatory,
        .arguments = qapi::arguments<&vm::commands::closefd>,
        .run = qapi::invoke<&vm::commands::closefd>,
    },
    {
        .name = "add-fd",
        .in = kAnyPhase,
        .group = "Descriptors",
        .arguments = qapi::arguments<&vm::commands::add_fd>,
        .run = qapi::invoke<&vm::commands::add_fd>,
    },
    {
        .name = "remove-fd",
        .in = kAnyPhase,
        .group = "Descriptors",
        .mandatory = kRemoveFdMandatory,
        .arguments = qapi::arguments<&vm::commands::remove_fd>,
        .run = qapi::invoke<&vm::commands::remove_fd>,
    },
    {
        .name = "query-fdsets",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_fdsets>,
    },
    {
        .name = "query-qmp-schema",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_qmp_schema>,
    },
    {
        .name = "until-phase",
        .in = kAnyPhase,
        .walks = true,
        .group = "Startup",
        .mandatory = kUntilPhaseMandatory,
        .implied_key = "phase",
        .config = {.name = "until", .when = qapi::ConfigSection::When::End},
        .arguments = qapi::arguments<&vm::commands::until_phase>,
        .run = qapi::invoke<&vm::commands::until_phase>,
    },
    {
        .name = "script-run",
        .in = kAnyPhase,
        .walks = true,
        .group = "Startup",
        .mandatory = kScriptRunMandatory,
        .implied_key = "file",
        .arguments = qapi::arguments<&vm::commands::script_run>,
        .run = qapi::invoke<&vm::commands::script_run>,
    },
    {
        .name = "config-load",
        .in = kAnyPhase,
        .walks = true,
        .group = "Startup",
        .mandatory = kConfigLoadMandatory,
        .implied_key = "file",
        .arguments = qapi::arguments<&vm::commands::config_load>,
        .run = qapi::invoke<&vm::commands::config_load>,
    },
    {
        .name = "query-config",
        .in = kAnyPhase,
        .read_only = true,
        .arguments = qapi::arguments<&vm::commands::query_config>,
        .run = qapi::invoke<&vm::commands::query_config>,
    },
    {
        .name = "query-journal",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_journal>,
    },
    {
        .name = "journal-open",
        .in = kAnyPhase,
        .group = "Startup",
        .mandatory = kJournalOpenMandatory,
        .implied_key = "file",
        .transient = true,
        .arguments = qapi::arguments<&vm::commands::journal_open>,
        .run = qapi::invoke<&vm::commands::journal_open>,
    },
    {
        .name = "set-compat",
        .in = kAnyPhase,
        .group = "Startup",
        .config = {.name = "compat"},
        .arguments = qapi::arguments<&vm::commands::set_compat>,
        .run = qapi::invoke<&vm::commands::set_compat>,
    },
    {
        .name = "query-status",
        .in = kAnyPhase,
        .allow_oob = true,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_status>,
    },
    {
        .name = "query-machine-phase",
        .in = kAnyPhase,
        .allow_oob = true,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_machine_phase>,
    },
    {
        .name = "cont",
        .in =
            in(VmPhase::Prelaunch,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::Watchdog,
               VmPhase::Postmigrate),
        .moves = kContMoves,
        .group = "Startup",
        .run = qapi::invoke<&vm::commands::cont>,
    },
    {
        .name = "stop",
        .in = in(VmPhase::Running),
        .moves = kStopMoves,
        .step = false,
        .group = "Startup",
        .run = qapi::invoke<&vm::commands::stop>,
    },
    {
        .name = "system_wakeup",
        .in = in(VmPhase::Suspended),
        .moves = kSystemWakeupMoves,
        .group = "Startup",
        .run = qapi::invoke<&vm::commands::system_wakeup>,
    },
    {
        .name = "system_reset",
        .in =
            in(VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .moves = kSystemResetMoves,
        .step = false,
        .group = "Startup",
        .run = qapi::invoke<&vm::commands::system_reset>,
    },
    {
        .name = "system_powerdown",
        .in =
            in(VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::Watchdog),
        .group = "Startup",
        .run = qapi::invoke<&vm::commands::system_powerdown>,
    },
    {
        .name = "set-action",
        .in = kAnyPhase,
        .group = "Startup",
        .config = {.name = "actions", .merges = true},
        .arguments = qapi::arguments<&vm::commands::set_action>,
        .run = qapi::invoke<&vm::commands::set_action>,
    },
    {
        .name = "watchdog-set-action",
        .in = kAnyPhase,
        .group = "Startup",
        .mandatory = kWatchdogSetActionMandatory,
        .implied_key = "action",
        .arguments = qapi::arguments<&vm::commands::watchdog_set_action>,
        .run = qapi::invoke<&vm::commands::watchdog_set_action>,
    },
    {
        .name = "breakpoint-add",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .group = "Debugging",
        .mandatory = kBreakpointAddMandatory,
        .implied_key = "address",
        .arguments = qapi::arguments<&vm::commands::breakpoint_add>,
        .run = qapi::invoke<&vm::commands::breakpoint_add>,
    },
    {
        .name = "breakpoint-remove",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .group = "Debugging",
        .mandatory = kBreakpointRemoveMandatory,
        .implied_key = "address",
        .arguments = qapi::arguments<&vm::commands::breakpoint_remove>,
        .run = qapi::invoke<&vm::commands::breakpoint_remove>,
    },
    {
        .name = "query-breakpoints",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Debugging",
        .run = qapi::invoke<&vm::commands::query_breakpoints>,
    },
    {
        .name = "gdbserver-start",
        .in = kAnyPhase,
        .group = "Debugging",
        .mandatory = kGdbserverStartMandatory,
        .implied_key = "listen",
        .key = kGdbserverStartKey,
        .config = {.name = "gdbservers", .list = true},
        .arguments = qapi::arguments<&vm::commands::gdbserver_start>,
        .run = qapi::invoke<&vm::commands::gdbserver_start>,
    },
    {
        .name = "gdbserver-stop",
        .in = kAnyPhase,
        .group = "Debugging",
        .mandatory = kGdbserverStopMandatory,
        .implied_key = "id",
        .key = kGdbserverStopKey,
        .removes = kGdbserverStopRemoves,
        .arguments = qapi::arguments<&vm::commands::gdbserver_stop>,
        .run = qapi::invoke<&vm::commands::gdbserver_stop>,
    },
    {
        .name = "query-gdbservers",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Debugging",
        .run = qapi::invoke<&vm::commands::query_gdbservers>,
    },
    {
        .name = "query-migrate",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Migration",
        .run = qapi::invoke<&vm::commands::query_migrate>,
    },
    {
        .name = "migrate-set-capabilities",
        .in = kAnyPhase,
        .group = "Migration",
        .mandatory = kMigrateSetCapabilitiesMandatory,
        .arguments = qapi::arguments<&vm::commands::migrate_set_capabilities>,
        .run = qapi::invoke<&vm::commands::migrate_set_capabilities>,
    },
    {
        .name = "query-migrate-capabilities",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Migration",
        .run = qapi::invoke<&vm::commands::query_migrate_capabilities>,
    },
    {
        .name = "migrate-set-parameters",
        .in = kAnyPhase,
        .group = "Migration",
        .arguments = qapi::arguments<&vm::commands::migrate_set_parameters>,
        .run = qapi::invoke<&vm::commands::migrate_set_parameters>,
    },
    {
        .name = "query-migrate-parameters",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Migration",
        .run = qapi::invoke<&vm::commands::query_migrate_parameters>,
    },
    {
        .name = "migrate",
        .in = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused, VmPhase::Suspended),
        .group = "Migration",
        .mandatory = kMigrateMandatory,
        .implied_key = "uri",
        .arguments = qapi::arguments<&vm::commands::migrate>,
        .run = qapi::invoke<&vm::commands::migrate>,
    },
    {
        .name = "migrate_cancel",
        .in = kMachineReady,
        .group = "Migration",
        .run = qapi::invoke<&vm::commands::migrate_cancel>,
    },
    {
        .name = "migrate-continue",
        .in = in(VmPhase::FinishMigrate),
        .group = "Migration",
        .mandatory = kMigrateContinueMandatory,
        .implied_key = "state",
        .arguments = qapi::arguments<&vm::commands::migrate_continue>,
        .run = qapi::invoke<&vm::commands::migrate_continue>,
    },
    {
        .name = "migrate-await",
        .in = in(VmPhase::Prelaunch),
        .moves = kMigrateAwaitMoves,
        .step = false,
        .group = "Migration",
        .run = qapi::invoke<&vm::commands::migrate_await>,
    },
    {
        .name = "migrate-incoming",
        .in = in(VmPhase::Inmigrate),
        .group = "Migration",
        .mandatory = kMigrateIncomingMandatory,
        .implied_key = "uri",
        .arguments = qapi::arguments<&vm::commands::migrate_incoming>,
        .run = qapi::invoke<&vm::commands::migrate_incoming>,
    },
    {
        .name = "query-jobs",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Snapshots",
        .run = qapi::invoke<&vm::commands::query_jobs>,
    },
    {
        .name = "job-cancel",
        .in = kAnyPhase,
        .group = "Snapshots",
        .mandatory = kJobCancelMandatory,
        .implied_key = "id",
        .arguments = qapi::arguments<&vm::commands::job_cancel>,
        .run = qapi::invoke<&vm::commands::job_cancel>,
    },
    {
        .name = "job-dismiss",
        .in = kAnyPhase,
        .group = "Snapshots",
        .mandatory = kJobDismissMandatory,
        .implied_key = "id",
        .arguments = qapi::arguments<&vm::commands::job_dismiss>,
        .run = qapi::invoke<&vm::commands::job_dismiss>,
    },
    {
        .name = "snapshot-save",
        .in = in(VmPhase::Running, VmPhase::Paused),
        .moves = kSnapshotSaveMoves,
        .step = false,
        .group = "Snapshots",
        .mandatory = kSnapshotSaveMandatory,
        .arguments = qapi::arguments<&vm::commands::snapshot_save>,
        .run = qapi::invoke<&vm::commands::snapshot_save>,
    },
    {
        .name = "snapshot-load",
        .in = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused),
        .moves = kSnapshotLoadMoves,
        .step = false,
        .group = "Snapshots",
        .mandatory = kSnapshotLoadMandatory,
        .arguments = qapi::arguments<&vm::commands::snapshot_load>,
        .run = qapi::invoke<&vm::commands::snapshot_load>,
    },
    {
        .name = "snapshot-delete",
        .in = kAnyPhase,
        .group = "Snapshots",
        .mandatory = kSnapshotDeleteMandatory,
        .arguments = qapi::arguments<&vm::commands::snapshot_delete>,
        .run = qapi::invoke<&vm::commands::snapshot_delete>,
    },
    {
        .name = "query-snapshots",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Snapshots",
        .mandatory = kQuerySnapshotsMandatory,
        .implied_key = "vmstate",
        .arguments = qapi::arguments<&vm::commands::query_snapshots>,
        .run = qapi::invoke<&vm::commands::query_snapshots>,
    },
    {
        .name = "x-exit-preconfig",
        .in = in(VmPhase::AccelCreated, VmPhase::MachineInitialized),
        .walks = true,
        .special = qapi::Special::Unstable,
        .group = "Startup",
        .run = qapi::invoke<&vm::commands::x_exit_preconfig>,
    },
    {
        .name = "config-begin",
        .in =
            in(VmPhase::NoMachine,
               VmPhase::MachineCreated,
               VmPhase::AccelCreated,
               VmPhase::MachineInitialized),
        .group = "Startup",
        .transient = true,
        .run = qapi::invoke<&vm::commands::config_begin>,
    },
    {
        .name = "config-commit",
        .in =
            in(VmPhase::NoMachine,
               VmPhase::MachineCreated,
               VmPhase::AccelCreated,
               VmPhase::MachineInitialized),
        .group = "Startup",
        .transient = true,
        .run = qapi::invoke<&vm::commands::config_commit>,
    },
    {
        .name = "config-abort",
        .in =
            in(VmPhase::NoMachine,
               VmPhase::MachineCreated,
               VmPhase::AccelCreated,
               VmPhase::MachineInitialized),
        .group = "Startup",
        .transient = true,
        .run = qapi::invoke<&vm::commands::config_abort>,
    },
    {
        .name = "machine-set",
        .in = in(VmPhase::NoMachine),
        .moves = kMachineSetMoves,
        .group = "Machine",
        .mandatory = kMachineSetMandatory,
        .implied_key = "type",
        .config = {.name = "machine"},
        .arguments = qapi::arguments<&vm::commands::machine_set>,
        .run = qapi::invoke<&vm::commands::machine_set>,
    },
    {
        .name = "machine-init",
        .in = in(VmPhase::AccelCreated),
        .moves = kMachineInitMoves,
        .group = "Machine",
        .run = qapi::invoke<&vm::commands::machine_init>,
    },
    {
        .name = "machine-done",
        .in = in(VmPhase::MachineInitialized),
        .moves = kMachineDoneMoves,
        .group = "Machine",
        .run = qapi::invoke<&vm::commands::machine_done>,
    },
    {
        .name = "dumpdtb",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .group = "Machine",
        .mandatory = kDumpdtbMandatory,
        .implied_key = "filename",
        .arguments = qapi::arguments<&vm::commands::dumpdtb>,
        .run = qapi::invoke<&vm::commands::dumpdtb>,
    },
    {
        .name = "query-machines",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_machines>,
    },
    {
        .name = "query-parts",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_parts>,
    },
    {
        .name = "query-machine-plan",
        .in = kAnyPhase.minus(in(VmPhase::NoMachine)),
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_machine_plan>,
    },
    {
        .name = "machine-plan",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Machine",
        .implied_key = "type",
        .arguments = qapi::arguments<&vm::commands::machine_plan>,
        .run = qapi::invoke<&vm::commands::machine_plan>,
    },
    {
        .name = "accel-set",
        .in = in(VmPhase::MachineCreated),
        .moves = kAccelSetMoves,
        .group = "Machine",
        .implied_key = "accels",
        .config = {.name = "accel"},
        .arguments = qapi::arguments<&vm::commands::accel_set>,
        .run = qapi::invoke<&vm::commands::accel_set>,
    },
    {
        .name = "query-accel",
        .in = in(VmPhase::AccelCreated, VmPhase::MachineInitialized) | kMachineReady,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_accel>,
    },
    {
        .name = "chardev-add",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kChardevAddMandatory,
        .key = kChardevAddKey,
        .config = {.name = "chardevs", .list = true},
        .arguments = qapi::arguments<&vm::commands::chardev_add>,
        .run = qapi::invoke<&vm::commands::chardev_add>,
    },
    {
        .name = "chardev-remove",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kChardevRemoveMandatory,
        .implied_key = "id",
        .key = kChardevRemoveKey,
        .removes = kChardevRemoveRemoves,
        .arguments = qapi::arguments<&vm::commands::chardev_remove>,
        .run = qapi::invoke<&vm::commands::chardev_remove>,
    },
    {
        .name = "query-chardev",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_chardev>,
    },
    {
        .name = "ringbuf-write",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kRingbufWriteMandatory,
        .implied_key = "device",
        .arguments = qapi::arguments<&vm::commands::ringbuf_write>,
        .run = qapi::invoke<&vm::commands::ringbuf_write>,
    },
    {
        .name = "ringbuf-read",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kRingbufReadMandatory,
        .implied_key = "device",
        .arguments = qapi::arguments<&vm::commands::ringbuf_read>,
        .run = qapi::invoke<&vm::commands::ringbuf_read>,
    },
    {
        .name = "netdev_add",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kNetdevAddMandatory,
        .implied_key = "type",
        .key = kNetdevAddKey,
        .config = {.name = "netdevs", .list = true},
        .arguments = qapi::arguments<&vm::commands::netdev_add>,
        .run = qapi::invoke<&vm::commands::netdev_add>,
    },
    {
        .name = "set_link",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kSetLinkMandatory,
        .implied_key = "name",
        .key = kSetLinkKey,
        .config = {.name = "links", .list = true, .when = qapi::ConfigSection::When::After},
        .arguments = qapi::arguments<&vm::commands::set_link>,
        .run = qapi::invoke<&vm::commands::set_link>,
    },
    {
        .name = "query-netdevs",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Backends",
        .run = qapi::invoke<&vm::commands::query_netdevs>,
    },
    {
        .name = "netdev_del",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kNetdevDelMandatory,
        .implied_key = "id",
        .key = kNetdevDelKey,
        .removes = kNetdevDelRemoves,
        .arguments = qapi::arguments<&vm::commands::netdev_del>,
        .run = qapi::invoke<&vm::commands::netdev_del>,
    },
    {
        .name = "blockdev-add",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kBlockdevAddMandatory,
        .implied_key = "driver",
        .key = kBlockdevAddKey,
        .config = {.name = "blockdevs", .list = true},
        .arguments = qapi::arguments<&vm::commands::blockdev_add>,
        .run = qapi::invoke<&vm::commands::blockdev_add>,
    },
    {
        .name = "block_resize",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kBlockResizeMandatory,
        .implied_key = "node-name",
        .arguments = qapi::arguments<&vm::commands::block_resize>,
        .run = qapi::invoke<&vm::commands::block_resize>,
    },
    {
        .name = "query-named-block-nodes",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Backends",
        .run = qapi::invoke<&vm::commands::query_named_block_nodes>,
    },
    {
        .name = "query-blockstats",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Backends",
        .run = qapi::invoke<&vm::commands::query_blockstats>,
    },
    {
        .name = "blockdev-del",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kBlockdevDelMandatory,
        .implied_key = "node-name",
        .key = kBlockdevDelKey,
        .removes = kBlockdevDelRemoves,
        .arguments = qapi::arguments<&vm::commands::blockdev_del>,
        .run = qapi::invoke<&vm::commands::blockdev_del>,
    },
    {
        .name = "balloon",
        .in = kMachineReady,
        .group = "Machine",
        .mandatory = kBalloonMandatory,
        .implied_key = "value",
        .arguments = qapi::arguments<&vm::commands::balloon>,
        .run = qapi::invoke<&vm::commands::balloon>,
    },
    {
        .name = "query-balloon",
        .in = kMachineReady,
        .read_only = true,
        .group = "Machine",
        .run = qapi::invoke<&vm::commands::query_balloon>,
    },
    {
        .name = "send-key",
        .in =
            in(VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::Watchdog),
        .group = "Machine",
        .mandatory = kSendKeyMandatory,
        .arguments = qapi::arguments<&vm::commands::send_key>,
        .run = qapi::invoke<&vm::commands::send_key>,
    },
    {
        .name = "object-add",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kObjectAddMandatory,
        .implied_key = "qom-type",
        .key = kObjectAddKey,
        .config = {.name = "objects", .list = true},
        .arguments = qapi::arguments<&vm::commands::object_add>,
        .run = qapi::invoke<&vm::commands::object_add>,
    },
    {
        .name = "object-del",
        .in = kAnyPhase,
        .group = "Backends",
        .mandatory = kObjectDelMandatory,
        .implied_key = "id",
        .key = kObjectDelKey,
        .removes = kObjectDelRemoves,
        .arguments = qapi::arguments<&vm::commands::object_del>,
        .run = qapi::invoke<&vm::commands::object_del>,
    },
    {
        .name = "qom-list",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .mandatory = kQomListMandatory,
        .implied_key = "path",
        .arguments = qapi::arguments<&vm::commands::qom_list>,
        .run = qapi::invoke<&vm::commands::qom_list>,
    },
    {
        .name = "qom-get",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .mandatory = kQomGetMandatory,
        .implied_key = "path",
        .arguments = qapi::arguments<&vm::commands::qom_get>,
        .run = qapi::invoke<&vm::commands::qom_get>,
    },
    {
        .name = "qom-set",
        .in = kAnyPhase,
        .group = "Objects",
        .mandatory = kQomSetMandatory,
        .implied_key = "path",
        .key = kQomSetKey,
        .config = {.name = "properties", .list = true, .when = qapi::ConfigSection::When::After},
        .arguments = qapi::arguments<&vm::commands::qom_set>,
        .run = qapi::invoke<&vm::commands::qom_set>,
    },
    {
        .name = "qom-list-types",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .arguments = qapi::arguments<&vm::commands::qom_list_types>,
        .run = qapi::invoke<&vm::commands::qom_list_types>,
    },
    {
        .name = "qom-list-properties",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .mandatory = kQomListPropertiesMandatory,
        .implied_key = "typename",
        .arguments = qapi::arguments<&vm::commands::qom_list_properties>,
        .run = qapi::invoke<&vm::commands::qom_list_properties>,
    },
    {
        .name = "device-list-properties",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .mandatory = kDeviceListPropertiesMandatory,
        .implied_key = "typename",
        .arguments = qapi::arguments<&vm::commands::device_list_properties>,
        .run = qapi::invoke<&vm::commands::device_list_properties>,
    },
    {
        .name = "query-tree",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .implied_key = "path",
        .arguments = qapi::arguments<&vm::commands::query_tree>,
        .run = qapi::invoke<&vm::commands::query_tree>,
    },
    {
        .name = "device_add",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kDeviceAddMandatory,
        .implied_key = "driver",
        .key = kDeviceAddKey,
        .config = {.name = "devices", .list = true},
        .arguments = qapi::arguments<&vm::commands::device_add>,
        .run = qapi::invoke<&vm::commands::device_add>,
    },
    {
        .name = "device_del",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kDeviceDelMandatory,
        .implied_key = "id",
        .transient = true,
        .arguments = qapi::arguments<&vm::commands::device_del>,
        .run = qapi::invoke<&vm::commands::device_del>,
    },
    {
        .name = "device-remove",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kDeviceRemoveMandatory,
        .implied_key = "id",
        .key = kDeviceRemoveKey,
        .removes = kDeviceRemoveRemoves,
        .config = {.name = "unplug", .list = true},
        .arguments = qapi::arguments<&vm::commands::device_remove>,
        .run = qapi::invoke<&vm::commands::device_remove>,
    },
    {
        .name = "query-hotplug",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&vm::commands::query_hotplug>,
    },
    {
        .name = "map",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kMapMandatory,
        .implied_key = "region",
        .key = kMapKey,
        .config = {.name = "map", .list = true},
        .arguments = qapi::arguments<&vm::commands::map>,
        .run = qapi::invoke<&vm::commands::map>,
    },
    {
        .name = "unmap",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kUnmapMandatory,
        .implied_key = "region",
        .key = kUnmapKey,
        .removes = kUnmapRemoves,
        .config = {.name = "unmap", .list = true},
        .arguments = qapi::arguments<&vm::commands::unmap>,
        .run = qapi::invoke<&vm::commands::unmap>,
    },
    {
        .name = "connect",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kConnectMandatory,
        .implied_key = "from",
        .key = kConnectKey,
        .config = {.name = "connect", .list = true},
        .arguments = qapi::arguments<&vm::commands::connect>,
        .run = qapi::invoke<&vm::commands::connect>,
    },
    {
        .name = "disconnect",
        .in =
            in(VmPhase::MachineInitialized,
               VmPhase::Prelaunch,
               VmPhase::Inmigrate,
               VmPhase::Running,
               VmPhase::Paused,
               VmPhase::Suspended,
               VmPhase::Debug,
               VmPhase::IoError,
               VmPhase::InternalError,
               VmPhase::GuestPanicked,
               VmPhase::Watchdog,
               VmPhase::Shutdown,
               VmPhase::Postmigrate),
        .group = "Devices",
        .mandatory = kDisconnectMandatory,
        .implied_key = "from",
        .key = kDisconnectKey,
        .removes = kDisconnectRemoves,
        .config = {.name = "disconnect", .list = true},
        .arguments = qapi::arguments<&vm::commands::disconnect>,
        .run = qapi::invoke<&vm::commands::disconnect>,
    },
    {
        .name = "query-graph",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Machine",
        .mandatory = kQueryGraphMandatory,
        .implied_key = "kind",
        .arguments = qapi::arguments<&vm::commands::query_graph>,
        .run = qapi::invoke<&vm::commands::query_graph>,
    },
    {
        .name = "explain",
        .in = kAnyPhase,
        .read_only = true,
        .group = "Objects",
        .mandatory = kExplainMandatory,
        .implied_key = "path",
        .arguments = qapi::arguments<&vm::commands::explain>,
        .run = qapi::invoke<&vm::commands::explain>,
    },
    {
        .name = "config-diff",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .read_only = true,
        .group = "Machine",
        .implied_key = "file",
        .arguments = qapi::arguments<&vm::commands::config_diff>,
        .run = qapi::invoke<&vm::commands::config_diff>,
    },
};

constexpr qapi::AliasParameter kSysbusMmioMapTakes[] = {
    {
        .name = "device",
        .type = &qapi::type<std::string>,
    },
    {
        .name = "mmio",
        .type = &qapi::type<uint32_t>,
        .is_optional = true,
        .default_json = "0",
    },
    {
        .name = "addr",
        .type = &qapi::kSize,
    },
    {
        .name = "priority",
        .type = &qapi::type<int32_t>,
        .is_optional = true,
    },
    {
        .name = "alias",
        .type = &qapi::type<bool>,
        .is_optional = true,
    },
    {
        .name = "size",
        .type = &qapi::kSize,
        .is_optional = true,
    },
    {
        .name = "offset",
        .type = &qapi::kSize,
        .is_optional = true,
    },
};

constexpr qapi::CommandAlias kAliases[] = {
    {
        .name = "sysbus-mmio-map",
        .stands_for = "map",
        .of = "greensocs",
        .takes = kSysbusMmioMapTakes,
        .arguments =
            "{\"region\":\"$device:sysbus-mmio[$mmio]\",\"at\":\"$addr\",\"into\":\"/machine/"
            "sysbus\",\"offset\":\"$offset\",\"size\":\"$size\",\"priority\":\"$priority\"}",
    },
};

}  // namespace

std::span<const qapi::Command> command_table() {
  return kCommands;
}

std::span<const qapi::CommandAlias> command_aliases() {
  return kAliases;
}

}  // namespace api
