// Generated from golden/ by codegen/templates/command_table.cpp.j2.  Do not edit.

#include "generated/commands/command_table.h"

#include <string_view>

#include "generated/commands/everything.h"
#include "generated/phases/phases.h"

#include "kiln/kiln.h"
#include "runtime/dispatch/invoke.h"
#include "runtime/json/type.h"

namespace api {
namespace {

constexpr qapi::Move kLoadMoves[] = {
    {.from = in(KilnPhase::Empty, KilnPhase::Loaded), .to = in(KilnPhase::Loaded)},
};

constexpr std::string_view kLoadMandatory[] = {"material", "pieces"};

constexpr qapi::Move kFireMoves[] = {
    {.from = in(KilnPhase::Loaded), .to = kHot},
};

constexpr std::string_view kFireMandatory[] = {"curve"};

constexpr qapi::Move kPauseMoves[] = {
    {.from = in(KilnPhase::Heating), .to = in(KilnPhase::Holding)},
    {.from = in(KilnPhase::Holding), .to = in(KilnPhase::Heating)},
};

constexpr qapi::Move kUnloadMoves[] = {
    {.from = in(KilnPhase::Loaded, KilnPhase::Cooled), .to = in(KilnPhase::Empty)},
};

constexpr std::string_view kUntilPhaseMandatory[] = {"phase"};

constexpr std::string_view kSetFuelMandatory[] = {"kind"};

#if defined(CONFIG_CURVES)
constexpr std::string_view kSetCurveMandatory[] = {"name", "points", "author"};

#endif
constexpr std::string_view kTuneMandatory[] = {"what"};

constexpr std::string_view kDeviceAddMandatory[] = {"driver"};

constexpr std::string_view kDeviceAddKey[] = {"id"};

constexpr std::string_view kRemovePartMandatory[] = {"id"};

constexpr std::string_view kRemovePartKey[] = {"id"};

constexpr std::string_view kRemovePartRemoves[] = {"parts"};

constexpr qapi::Command kCommands[] = {
    {
        .name = "load",
        .in = in(KilnPhase::Empty, KilnPhase::Loaded),
        .moves = kLoadMoves,
        .group = "Work",
        .mandatory = kLoadMandatory,
        .implied_key = "material",
        .config = {.name = "load", .list = true},
        .arguments = qapi::arguments<&kiln::commands::load>,
        .run = qapi::invoke<&kiln::commands::load>,
    },
    {
        .name = "fire",
        .in = in(KilnPhase::Loaded),
        .moves = kFireMoves,
        .mandatory = kFireMandatory,
        .config = {.name = "fire", .when = qapi::ConfigSection::When::After},
        .arguments = qapi::arguments<&kiln::commands::fire>,
        .run = qapi::invoke<&kiln::commands::fire>,
    },
    {
        .name = "pause",
        .in = kHot,
        .moves = kPauseMoves,
        .step = false,
        .group = "Work",
        .run = qapi::invoke<&kiln::commands::pause>,
    },
    {
        .name = "unload",
        .in = in(KilnPhase::Loaded, KilnPhase::Cooled),
        .moves = kUnloadMoves,
        .transient = true,
        .run = qapi::invoke<&kiln::commands::unload>,
    },
    {
        .name = "until-phase",
        .in = kAnyPhase,
        .walks = true,
        .mandatory = kUntilPhaseMandatory,
        .implied_key = "phase",
        .arguments = qapi::arguments<&kiln::commands::until_phase>,
        .run = qapi::invoke<&kiln::commands::until_phase>,
    },
    {
        .name = "set-fuel",
        .in = in(KilnPhase::Empty, KilnPhase::Loaded),
        .mandatory = kSetFuelMandatory,
        .config = {.name = "fuel", .merges = true},
        .arguments = qapi::arguments<&kiln::commands::set_fuel>,
        .run = qapi::invoke<&kiln::commands::set_fuel>,
    },
#if defined(CONFIG_CURVES)
    {
        .name = "set-curve",
        .in = kAnyPhase,
        .mandatory = kSetCurveMandatory,
        .arguments = qapi::arguments<&kiln::commands::set_curve>,
        .run = qapi::invoke<&kiln::commands::set_curve>,
    },
#endif
    {
        .name = "tune",
        .in = kAnyPhase,
        .allow_oob = true,
        .mandatory = kTuneMandatory,
        .arguments = qapi::arguments<&kiln::commands::tune>,
        .run = qapi::invoke<&kiln::commands::tune>,
    },
    {
        .name = "device_add",
        .in = kAnyPhase,
        .group = "Parts",
        .mandatory = kDeviceAddMandatory,
        .implied_key = "driver",
        .key = kDeviceAddKey,
        .config = {.name = "parts", .list = true},
        .arguments = qapi::arguments<&kiln::commands::device_add>,
        .run = qapi::invoke<&kiln::commands::device_add>,
    },
    {
        .name = "remove-part",
        .in = kAnyPhase,
        .mandatory = kRemovePartMandatory,
        .key = kRemovePartKey,
        .removes = kRemovePartRemoves,
        .arguments = qapi::arguments<&kiln::commands::remove_part>,
        .run = qapi::invoke<&kiln::commands::remove_part>,
    },
    {
        .name = "query-status",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&kiln::commands::query_status>,
    },
    {
        .name = "query-uptime",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&kiln::commands::query_uptime>,
    },
    {
        .name = "query-names",
        .in = kAnyPhase,
        .read_only = true,
        .run = qapi::invoke<&kiln::commands::query_names>,
    },
    {
        .name = "query-legacy",
        .in = kAnyPhase,
        .special = qapi::Special::Deprecated,
        .read_only = true,
        .run = qapi::invoke<&kiln::commands::query_legacy>,
    },
    {
        .name = "x-crash",
        .in = kAnyPhase,
        .success_response = false,
        .special = qapi::Special::Deprecated,
        .run = qapi::invoke<&kiln::commands::x_crash>,
    },
};

constexpr qapi::AliasParameter kBurnTakes[] = {
    {
        .name = "program",
        .type = &qapi::type<std::string>,
    },
    {
        .name = "turns",
        .type = &qapi::type<uint8_t>,
        .is_optional = true,
        .default_json = "1",
    },
    {
        .name = "blower",
        .type = &qapi::type<std::string>,
        .is_optional = true,
    },
};

constexpr qapi::CommandAlias kAliases[] = {
    {
        .name = "burn",
        .stands_for = "fire",
        .of = "other-kiln",
        .takes = kBurnTakes,
        .arguments = "{\"curve\":\"$program:$turns\",\"fan\":\"$blower\"}",
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
