// Generated from schema/ by codegen/templates/command_table.cpp.j2.  Do not edit.

#include "generated/commands/command_table.h"

#include <string_view>

#include "generated/commands/accel.h"
#include "generated/commands/char.h"
#include "generated/commands/device.h"
#include "generated/commands/introspect.h"
#include "generated/commands/machine.h"
#include "generated/commands/qmp.h"
#include "generated/commands/qom.h"
#include "generated/commands/run_state.h"
#include "generated/commands/startup.h"
#include "generated/phases/phases.h"

#include "runtime/dispatch/invoke.h"
#include "vm/machine/vm.h"

namespace api {
namespace {

constexpr std::string_view kMonitorAddMandatory[] = {"listen"};

constexpr qapi::Move kContMoves[] = {
    {.from = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused), .to = in(VmPhase::Running)},
};

constexpr qapi::Move kStopMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Paused)},
};

constexpr qapi::Move kSystemResetMoves[] = {
    {.from = in(VmPhase::GuestPanicked, VmPhase::Shutdown), .to = in(VmPhase::Prelaunch)},
};

constexpr std::string_view kUntilPhaseMandatory[] = {"phase"};

constexpr std::string_view kScriptRunMandatory[] = {"file"};

constexpr std::string_view kConfigLoadMandatory[] = {"file"};

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

constexpr qapi::Move kAccelSetMoves[] = {
    {.from = in(VmPhase::MachineCreated), .to = in(VmPhase::AccelCreated)},
};

constexpr std::string_view kChardevAddMandatory[] = {"id", "backend"};

constexpr std::string_view kChardevRemoveMandatory[] = {"id"};

constexpr std::string_view kObjectAddMandatory[] = {"qom-type", "id"};

constexpr std::string_view kObjectDelMandatory[] = {"id"};

constexpr std::string_view kQomListMandatory[] = {"path"};

constexpr std::string_view kQomGetMandatory[] = {"path", "property"};

constexpr std::string_view kQomSetMandatory[] = {"path", "property", "value"};

constexpr std::string_view kQomListPropertiesMandatory[] = {"typename"};

constexpr std::string_view kDeviceListPropertiesMandatory[] = {"typename"};

constexpr std::string_view kDeviceAddMandatory[] = {"driver", "id"};

constexpr std::string_view kDeviceDelMandatory[] = {"id"};

constexpr std::string_view kMapMandatory[] = {"region", "at", "into"};

constexpr std::string_view kUnmapMandatory[] = {"region", "at", "into"};

constexpr std::string_view kConnectMandatory[] = {"from", "to"};

constexpr std::string_view kDisconnectMandatory[] = {"from", "to"};

constexpr qapi::Command kCommands[] = {
    {
        .name = "qmp_capabilities",
        .in = kAnyPhase,
        .run = qapi::invoke<&vm::commands::qmp_capabilities>,
        .check = qapi::check_arguments<&vm::commands::qmp_capabilities>,
    },
    {
        .name = "query-version",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_version>,
        .check = qapi::check_arguments<&vm::commands::query_version>,
    },
    {
        .name = "query-commands",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_commands>,
        .check = qapi::check_arguments<&vm::commands::query_commands>,
    },
    {
        .name = "query-machine-phase",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_machine_phase>,
        .check = qapi::check_arguments<&vm::commands::query_machine_phase>,
    },
    {
        .name = "query-phases",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_phases>,
        .check = qapi::check_arguments<&vm::commands::query_phases>,
    },
    {
        .name = "quit",
        .in = kAnyPhase,
        .run = qapi::invoke<&vm::commands::quit>,
        .check = qapi::check_arguments<&vm::commands::quit>,
    },
    {
        .name = "monitor-add",
        .in = kAnyPhase,
        .mandatory = kMonitorAddMandatory,
        .implied_key = "listen",
        .config = {.name = "monitors", .list = true},
        .run = qapi::invoke<&vm::commands::monitor_add>,
        .check = qapi::check_arguments<&vm::commands::monitor_add>,
    },
    {
        .name = "query-qmp-schema",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_qmp_schema>,
        .check = qapi::check_arguments<&vm::commands::query_qmp_schema>,
    },
    {
        .name = "query-status",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_status>,
        .check = qapi::check_arguments<&vm::commands::query_status>,
    },
    {
        .name = "cont",
        .in = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused),
        .moves = kContMoves,
        .run = qapi::invoke<&vm::commands::cont>,
        .check = qapi::check_arguments<&vm::commands::cont>,
    },
    {
        .name = "stop",
        .in = in(VmPhase::Running),
        .moves = kStopMoves,
        .step = false,
        .run = qapi::invoke<&vm::commands::stop>,
        .check = qapi::check_arguments<&vm::commands::stop>,
    },
    {
        .name = "system_reset",
        .in = kMachineReady,
        .moves = kSystemResetMoves,
        .step = false,
        .run = qapi::invoke<&vm::commands::system_reset>,
        .check = qapi::check_arguments<&vm::commands::system_reset>,
    },
    {
        .name = "set-action",
        .in = kAnyPhase,
        .config = {.name = "actions"},
        .run = qapi::invoke<&vm::commands::set_action>,
        .check = qapi::check_arguments<&vm::commands::set_action>,
    },
    {
        .name = "until-phase",
        .in = kAnyPhase,
        .mandatory = kUntilPhaseMandatory,
        .implied_key = "phase",
        .run = qapi::invoke<&vm::commands::until_phase>,
        .check = qapi::check_arguments<&vm::commands::until_phase>,
    },
    {
        .name = "x-exit-preconfig",
        .in = in(VmPhase::AccelCreated),
        .run = qapi::invoke<&vm::commands::x_exit_preconfig>,
        .check = qapi::check_arguments<&vm::commands::x_exit_preconfig>,
    },
    {
        .name = "script-run",
        .in = kAnyPhase,
        .mandatory = kScriptRunMandatory,
        .implied_key = "file",
        .run = qapi::invoke<&vm::commands::script_run>,
        .check = qapi::check_arguments<&vm::commands::script_run>,
    },
    {
        .name = "config-load",
        .in = kAnyPhase,
        .mandatory = kConfigLoadMandatory,
        .implied_key = "file",
        .run = qapi::invoke<&vm::commands::config_load>,
        .check = qapi::check_arguments<&vm::commands::config_load>,
    },
    {
        .name = "machine-set",
        .in = in(VmPhase::NoMachine),
        .moves = kMachineSetMoves,
        .mandatory = kMachineSetMandatory,
        .implied_key = "type",
        .config = {.name = "machine"},
        .run = qapi::invoke<&vm::commands::machine_set>,
        .check = qapi::check_arguments<&vm::commands::machine_set>,
    },
    {
        .name = "machine-init",
        .in = in(VmPhase::AccelCreated),
        .moves = kMachineInitMoves,
        .run = qapi::invoke<&vm::commands::machine_init>,
        .check = qapi::check_arguments<&vm::commands::machine_init>,
    },
    {
        .name = "machine-done",
        .in = in(VmPhase::MachineInitialized),
        .moves = kMachineDoneMoves,
        .run = qapi::invoke<&vm::commands::machine_done>,
        .check = qapi::check_arguments<&vm::commands::machine_done>,
    },
    {
        .name = "query-machines",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_machines>,
        .check = qapi::check_arguments<&vm::commands::query_machines>,
    },
    {
        .name = "query-machine-plan",
        .in = kAnyPhase.minus(in(VmPhase::NoMachine)),
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_machine_plan>,
        .check = qapi::check_arguments<&vm::commands::query_machine_plan>,
    },
    {
        .name = "accel-set",
        .in = in(VmPhase::MachineCreated),
        .moves = kAccelSetMoves,
        .implied_key = "accels",
        .config = {.name = "accel"},
        .run = qapi::invoke<&vm::commands::accel_set>,
        .check = qapi::check_arguments<&vm::commands::accel_set>,
    },
    {
        .name = "query-accel",
        .in = in(VmPhase::AccelCreated, VmPhase::MachineInitialized) | kMachineReady,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_accel>,
        .check = qapi::check_arguments<&vm::commands::query_accel>,
    },
    {
        .name = "chardev-add",
        .in = kAnyPhase,
        .mandatory = kChardevAddMandatory,
        .config = {.name = "chardevs", .list = true},
        .run = qapi::invoke<&vm::commands::chardev_add>,
        .check = qapi::check_arguments<&vm::commands::chardev_add>,
    },
    {
        .name = "chardev-remove",
        .in = kAnyPhase,
        .mandatory = kChardevRemoveMandatory,
        .implied_key = "id",
        .run = qapi::invoke<&vm::commands::chardev_remove>,
        .check = qapi::check_arguments<&vm::commands::chardev_remove>,
    },
    {
        .name = "query-chardev",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&vm::commands::query_chardev>,
        .check = qapi::check_arguments<&vm::commands::query_chardev>,
    },
    {
        .name = "object-add",
        .in = kAnyPhase,
        .mandatory = kObjectAddMandatory,
        .implied_key = "qom-type",
        .config = {.name = "objects", .list = true},
        .run = qapi::invoke<&vm::commands::object_add>,
        .check = qapi::check_arguments<&vm::commands::object_add>,
    },
    {
        .name = "object-del",
        .in = kAnyPhase,
        .mandatory = kObjectDelMandatory,
        .implied_key = "id",
        .run = qapi::invoke<&vm::commands::object_del>,
        .check = qapi::check_arguments<&vm::commands::object_del>,
    },
    {
        .name = "qom-list",
        .in = kAnyPhase,
        .mandatory = kQomListMandatory,
        .implied_key = "path",
        .run = qapi::invoke<&vm::commands::qom_list>,
        .check = qapi::check_arguments<&vm::commands::qom_list>,
    },
    {
        .name = "qom-get",
        .in = kAnyPhase,
        .mandatory = kQomGetMandatory,
        .implied_key = "path",
        .run = qapi::invoke<&vm::commands::qom_get>,
        .check = qapi::check_arguments<&vm::commands::qom_get>,
    },
    {
        .name = "qom-set",
        .in = kAnyPhase,
        .mandatory = kQomSetMandatory,
        .implied_key = "path",
        .config = {.name = "properties", .list = true},
        .run = qapi::invoke<&vm::commands::qom_set>,
        .check = qapi::check_arguments<&vm::commands::qom_set>,
    },
    {
        .name = "qom-list-types",
        .in = kAnyPhase,
        .run = qapi::invoke<&vm::commands::qom_list_types>,
        .check = qapi::check_arguments<&vm::commands::qom_list_types>,
    },
    {
        .name = "qom-list-properties",
        .in = kAnyPhase,
        .mandatory = kQomListPropertiesMandatory,
        .implied_key = "typename",
        .run = qapi::invoke<&vm::commands::qom_list_properties>,
        .check = qapi::check_arguments<&vm::commands::qom_list_properties>,
    },
    {
        .name = "device-list-properties",
        .in = kAnyPhase,
        .mandatory = kDeviceListPropertiesMandatory,
        .implied_key = "typename",
        .run = qapi::invoke<&vm::commands::device_list_properties>,
        .check = qapi::check_arguments<&vm::commands::device_list_properties>,
    },
    {
        .name = "query-tree",
        .in = kAnyPhase,
        .is_query = true,
        .implied_key = "path",
        .run = qapi::invoke<&vm::commands::query_tree>,
        .check = qapi::check_arguments<&vm::commands::query_tree>,
    },
    {
        .name = "device_add",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .mandatory = kDeviceAddMandatory,
        .implied_key = "driver",
        .config = {.name = "devices", .list = true},
        .run = qapi::invoke<&vm::commands::device_add>,
        .check = qapi::check_arguments<&vm::commands::device_add>,
    },
    {
        .name = "device_del",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .mandatory = kDeviceDelMandatory,
        .implied_key = "id",
        .run = qapi::invoke<&vm::commands::device_del>,
        .check = qapi::check_arguments<&vm::commands::device_del>,
    },
    {
        .name = "map",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .mandatory = kMapMandatory,
        .implied_key = "region",
        .config = {.name = "map", .list = true},
        .run = qapi::invoke<&vm::commands::map>,
        .check = qapi::check_arguments<&vm::commands::map>,
    },
    {
        .name = "unmap",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .mandatory = kUnmapMandatory,
        .implied_key = "region",
        .run = qapi::invoke<&vm::commands::unmap>,
        .check = qapi::check_arguments<&vm::commands::unmap>,
    },
    {
        .name = "connect",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .mandatory = kConnectMandatory,
        .implied_key = "from",
        .config = {.name = "connect", .list = true},
        .run = qapi::invoke<&vm::commands::connect>,
        .check = qapi::check_arguments<&vm::commands::connect>,
    },
    {
        .name = "disconnect",
        .in = in(VmPhase::MachineInitialized) | kMachineReady,
        .mandatory = kDisconnectMandatory,
        .implied_key = "from",
        .run = qapi::invoke<&vm::commands::disconnect>,
        .check = qapi::check_arguments<&vm::commands::disconnect>,
    },
};

}  // namespace

std::span<const qapi::Command> command_table() {
  return kCommands;
}

}  // namespace api
