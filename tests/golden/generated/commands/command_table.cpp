// Generated from golden/ by codegen/templates/command_table.cpp.j2.  Do not edit.

#include "generated/commands/command_table.h"

#include <string_view>

#include "generated/commands/everything.h"
#include "generated/phases/phases.h"

#include "kiln/kiln.h"
#include "runtime/dispatch/invoke.h"

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

constexpr qapi::Command kCommands[] = {
    {
        .name = "load",
        .in = in(KilnPhase::Empty, KilnPhase::Loaded),
        .moves = kLoadMoves,
        .mandatory = kLoadMandatory,
        .implied_key = "material",
        .config = {.name = "load", .list = true},
        .run = qapi::invoke<&kiln::commands::load>,
        .check = qapi::check_arguments<&kiln::commands::load>,
    },
    {
        .name = "fire",
        .in = in(KilnPhase::Loaded),
        .moves = kFireMoves,
        .mandatory = kFireMandatory,
        .config = {.name = "fire"},
        .run = qapi::invoke<&kiln::commands::fire>,
        .check = qapi::check_arguments<&kiln::commands::fire>,
    },
    {
        .name = "pause",
        .in = kHot,
        .moves = kPauseMoves,
        .step = false,
        .run = qapi::invoke<&kiln::commands::pause>,
        .check = qapi::check_arguments<&kiln::commands::pause>,
    },
    {
        .name = "unload",
        .in = in(KilnPhase::Loaded, KilnPhase::Cooled),
        .moves = kUnloadMoves,
        .allow_oob = true,
        .run = qapi::invoke<&kiln::commands::unload>,
        .check = qapi::check_arguments<&kiln::commands::unload>,
    },
    {
        .name = "until-phase",
        .in = kAnyPhase,
        .mandatory = kUntilPhaseMandatory,
        .implied_key = "phase",
        .run = qapi::invoke<&kiln::commands::until_phase>,
        .check = qapi::check_arguments<&kiln::commands::until_phase>,
    },
    {
        .name = "set-fuel",
        .in = in(KilnPhase::Empty, KilnPhase::Loaded),
        .mandatory = kSetFuelMandatory,
        .config = {.name = "fuel"},
        .run = qapi::invoke<&kiln::commands::set_fuel>,
        .check = qapi::check_arguments<&kiln::commands::set_fuel>,
    },
#if defined(CONFIG_CURVES)
    {
        .name = "set-curve",
        .in = kAnyPhase,
        .mandatory = kSetCurveMandatory,
        .run = qapi::invoke<&kiln::commands::set_curve>,
        .check = qapi::check_arguments<&kiln::commands::set_curve>,
    },
#endif
    {
        .name = "tune",
        .in = kAnyPhase,
        .mandatory = kTuneMandatory,
        .run = qapi::invoke<&kiln::commands::tune>,
        .check = qapi::check_arguments<&kiln::commands::tune>,
    },
    {
        .name = "device_add",
        .in = kAnyPhase,
        .mandatory = kDeviceAddMandatory,
        .implied_key = "driver",
        .config = {.name = "parts", .list = true},
        .run = qapi::invoke<&kiln::commands::device_add>,
        .check = qapi::check_arguments<&kiln::commands::device_add>,
    },
    {
        .name = "query-status",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&kiln::commands::query_status>,
        .check = qapi::check_arguments<&kiln::commands::query_status>,
    },
    {
        .name = "query-uptime",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&kiln::commands::query_uptime>,
        .check = qapi::check_arguments<&kiln::commands::query_uptime>,
    },
    {
        .name = "query-names",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&kiln::commands::query_names>,
        .check = qapi::check_arguments<&kiln::commands::query_names>,
    },
    {
        .name = "query-legacy",
        .in = kAnyPhase,
        .is_query = true,
        .run = qapi::invoke<&kiln::commands::query_legacy>,
        .check = qapi::check_arguments<&kiln::commands::query_legacy>,
    },
    {
        .name = "x-crash",
        .in = kAnyPhase,
        .success_response = false,
        .run = qapi::invoke<&kiln::commands::x_crash>,
        .check = qapi::check_arguments<&kiln::commands::x_crash>,
    },
};

}  // namespace

std::span<const qapi::Command> command_table() {
  return kCommands;
}

}  // namespace api
