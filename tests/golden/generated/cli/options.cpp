// Generated from golden/ by codegen/templates/cli_options.cpp.j2.  Do not edit.

#include "generated/cli/options.h"

namespace api {
namespace {

constexpr std::string_view kMaterialValues[] = {
    "clay",
    "glass",
    "2nd-firing",
    "lead",
    "default",
};

constexpr std::string_view kSwitchValues[] = {
    "auto",
    "on",
    "off",
};

constexpr std::string_view kFuelKindValues[] = {
    "gas",
    "wood",
    "sun",
};

constexpr qapi::CliMember kSensorObjectMembers[] = {
    {
        .name = "rate",
        .type = "uint32",
        .default_json = "10",
        .range = "1 to 1000",
        .unit = "Hz",
        .doc = "measurements in a second",
    },
    {
        .name = "label",
        .type = "str",
        .doc = "written on it",
    },
};

constexpr qapi::CliMember kHeaterObjectMembers[] = {
    {
        .name = "zones",
        .type = "uint32",
        .default_json = "2",
        .range = "1 to 8",
        .doc = "how many zones it heats",
    },
    {
        .name = "sensor",
        .type = "link<sensor>",
        .doc = "what it looks at",
    },
    {
        .name = "others",
        .type = "[link<sensor>]",
        .default_json = "[]",
        .doc = "further sensors",
    },
    {
        .name = "limit",
        .type = "int32",
        .default_json = "1300",
        .range = "0 to 1400",
        .unit = "°C",
        .doc = "the highest temperature",
    },
    {
        .name = "power",
        .type = "uint8",
        .default_json = "100",
        .range = "0 to 100",
        .unit = "%",
        .doc = "share of the full power",
    },
    {
        .name = "curve[i]",
        .type = "[int32]",
        .default_json = "[]",
        .doc = "temperature of each zone",
    },
    {
        .name = "memory",
        .type = "size",
        .default_json = "65536",
        .doc = "bytes of its memory",
    },
};

constexpr qapi::CliMember kGasFuelBranchMembers[] = {
    {
        .name = "pressure",
        .type = "uint16",
        .default_json = "20",
        .unit = "mbar",
        .doc = "in the pipe",
    },
};

constexpr qapi::CliMember kWoodFuelBranchMembers[] = {
    {
        .name = "logs",
        .type = "int8",
        .mandatory = true,
        .doc = "how many",
    },
    {
        .name = "material",
        .type = "Material",
        .values = kMaterialValues,
        .doc = "of the pot that is heated",
    },
};

constexpr qapi::CliMember kLoadMembers[] = {
    {
        .name = "material",
        .type = "Material",
        .mandatory = true,
        .values = kMaterialValues,
        .doc = "what it is",
    },
    {
        .name = "pieces",
        .type = "uint16",
        .mandatory = true,
        .range = "1 to 500",
        .example_json = "3",
        .doc = "how many there are",
    },
    {
        .name = "labels",
        .type = "[str]",
        .default_json = "[]",
        .range = "0 to 8",
        .doc = "written on them",
    },
    {
        .name = "weights",
        .type = "[number]",
        .doc = "of each piece",
    },
};

constexpr qapi::CliMember kFireMembers[] = {
    {
        .name = "curve",
        .type = "CurveRef",
        .mandatory = true,
        .example_json = "\"biscuit\"",
        .doc = "how",
    },
    {
        .name = "fan",
        .type = "Switch",
        .default_json = "\"auto\"",
        .values = kSwitchValues,
        .doc = "whether to move the air",
    },
};

constexpr std::string_view kPauseAliases[] = {"pause"};

constexpr qapi::CliMember kUntilPhaseMembers[] = {
    {
        .name = "phase",
        .type = "str",
        .mandatory = true,
        .example_json = "\"empty\"",
        .doc = "where to",
    },
};

constexpr qapi::CliMember kSetFuelMembers[] = {
    {
        .name = "kind",
        .type = "FuelKind",
        .mandatory = true,
        .values = kFuelKindValues,
        .doc = "what it is",
    },
    {
        .name = "price",
        .type = "int64",
        .doc = "of an hour",
    },
};

constexpr qapi::CliBranch kSetFuelBranches[] = {
    {
        .value = "gas",
        .doc = "town gas",
        .members = kGasFuelBranchMembers,
    },
    {
        .value = "wood",
        .doc = "logs",
        .members = kWoodFuelBranchMembers,
    },
    {
        .value = "sun",
        .doc = "needs nothing",
    },
};

#if defined(CONFIG_CURVES)

constexpr qapi::CliMember kSetCurveMembers[] = {
    {
        .name = "name",
        .type = "str",
        .mandatory = true,
        .range = "1 to 40",
        .example_json = "\"biscuit\"",
        .doc = "what it is called",
    },
    {
        .name = "points",
        .type = "[Point]",
        .mandatory = true,
        .doc = "in the order of time",
    },
    {
        .name = "next",
        .type = "Curve",
        .doc = "the curve that follows",
    },
    {
        .name = "next.name",
        .type = "str",
        .range = "1 to 40",
        .example_json = "\"biscuit\"",
        .doc = "what it is called",
    },
    {
        .name = "next.points",
        .type = "[Point]",
        .doc = "in the order of time",
    },
    {
        .name = "next.next",
        .type = "Curve",
        .doc = "the curve that follows",
    },
    {
        .name = "next.next.name",
        .type = "str",
        .range = "1 to 40",
        .example_json = "\"biscuit\"",
        .doc = "what it is called",
    },
    {
        .name = "next.next.points",
        .type = "[Point]",
        .doc = "in the order of time",
    },
    {
        .name = "next.next.next",
        .type = "Curve",
        .doc = "the curve that follows",
    },
    {
        .name = "next.next.notes",
        .type = "any",
        .doc = "anything",
    },
    {
        .name = "next.notes",
        .type = "any",
        .doc = "anything",
    },
    {
        .name = "notes",
        .type = "any",
        .doc = "anything",
    },
    {
        .name = "author",
        .type = "str",
        .mandatory = true,
        .doc = "who made it",
    },
    {
        .name = "revision",
        .type = "uint8",
        .default_json = "1",
        .doc = "counts up",
    },
    {
        .name = "checked",
        .type = "bool",
        .doc = "reviewed by a second person",
    },
    {
        .name = "margin",
        .type = "number",
        .default_json = "2.5",
        .range = "0 to 50",
        .unit = "°C",
        .doc = "distance that is tolerated",
    },
    {
        .name = "size",
        .type = "size",
        .default_json = "4096",
        .doc = "of the file it came from",
    },
    {
        .name = "nothing",
        .type = "null",
        .doc = "null, to reserve the name",
    },
};

#endif

constexpr qapi::CliMember kTuneMembers[] = {
    {
        .name = "what",
        .type = "str",
        .mandatory = true,
        .doc = "what to tune",
    },
};

constexpr std::string_view kDeviceAddAliases[] = {"device-add"};

constexpr qapi::CliMember kDeviceAddMembers[] = {
    {
        .name = "driver",
        .type = "str",
        .mandatory = true,
        .doc = "its type",
    },
    {
        .name = "id",
        .type = "str",
        .doc = "its name",
    },
};

constexpr qapi::CliBranch kDeviceAddBranches[] = {
    {
        .value = "sensor",
        .doc = "Measures a temperature.",
        .members = kSensorObjectMembers,
    },
    {
        .value = "heater",
        .doc = "Heats, as its registers say.",
        .members = kHeaterObjectMembers,
    },
};

constexpr qapi::CliMember kRemovePartMembers[] = {
    {
        .name = "id",
        .type = "str",
        .mandatory = true,
        .doc = "its name",
    },
};

constexpr qapi::CliCommand kCliCommands[] = {
    {
        .command = "load",
        .option = "load",
        .short_name = "l",
        .implied_key = "material",
        .group = "Work",
        .help = "Puts something into the kiln.",
        .doc = "Puts something into the kiln.",
        .members = kLoadMembers,
    },
    {
        .command = "fire",
        .option = "fire",
        .help = "Starts to heat.",
        .doc = "Starts to heat.",
        .members = kFireMembers,
    },
    {
        .command = "pause",
        .option = "hold",
        .aliases = kPauseAliases,
        .group = "Work",
        .help = "Holds the temperature, or goes on.",
        .doc = "Holds the temperature, or goes on.",
    },
    {
        .command = "unload",
        .option = "unload",
        .help = "Opens the kiln.",
        .doc = "Opens the kiln.",
    },
    {
        .command = "until-phase",
        .option = "until-phase",
        .implied_key = "phase",
        .help = "Walks towards a phase.",
        .doc = "Walks towards a phase.",
        .members = kUntilPhaseMembers,
    },
    {
        .command = "set-fuel",
        .option = "set-fuel",
        .help = "Chooses what heats.",
        .doc = "Chooses what heats.",
        .members = kSetFuelMembers,
        .selector = "kind",
        .branches = kSetFuelBranches,
    },
#if defined(CONFIG_CURVES)
    {
        .command = "set-curve",
        .option = "set-curve",
        .help = "Keeps a curve.",
        .doc = "Keeps a curve.",
        .members = kSetCurveMembers,
    },
#endif
    {
        .command = "tune",
        .option = "tune",
        .help = "Takes whatever the author of the kiln thought of.",
        .doc = "Takes whatever the author of the kiln thought of.",
        .members = kTuneMembers,
        .is_open = true,
    },
    {
        .command = "device_add",
        .option = "device",
        .aliases = kDeviceAddAliases,
        .implied_key = "driver",
        .group = "Parts",
        .help = "Adds a part.",
        .doc = "Adds a part.",
        .members = kDeviceAddMembers,
        .selector = "driver",
        .branches = kDeviceAddBranches,
    },
    {
        .command = "remove-part",
        .option = "remove-part",
        .help = "Takes a part away.",
        .doc = "Takes a part away.",
        .members = kRemovePartMembers,
    },
    {
        .command = "query-status",
        .option = "query-status",
        .help = "Reports where the kiln stands.",
        .doc = "Reports where the kiln stands.",
        .read_only = true,
    },
    {
        .command = "query-uptime",
        .option = "query-uptime",
        .read_only = true,
    },
    {
        .command = "query-names",
        .option = "query-names",
        .read_only = true,
    },
    {
        .command = "query-legacy",
        .option = "query-legacy",
        .read_only = true,
    },
};

constexpr qapi::CliRun kUntilOptionRuns[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"$value"})",
    },
};

constexpr qapi::CliCase kUntilOptionCases[] = {
    {
        .runs = kUntilOptionRuns,
    },
};

constexpr qapi::CliRun kEUpperOptionRuns[] = {
    {
        .command = "until-phase",
        .arguments = R"({"phase":"empty"})",
    },
};

constexpr qapi::CliCase kEUpperOptionCases[] = {
    {
        .runs = kEUpperOptionRuns,
    },
};

constexpr std::string_view kPaintOptionMaterialValues[] = {
    "clay",
};

constexpr qapi::CliKey kPaintOptionKeys[] = {
    {
        .name = "material",
        .values = kPaintOptionMaterialValues,
    },
    {
        .name = "pieces",
        .optional = true,
        .default_value = "2",
        .unit = "0",
    },
    {
        .name = "glaze",
        .optional = true,
        .refuse = "pots are glazed later",
    },
};

constexpr qapi::CliRun kPaintOptionRuns[] = {
    {
        .command = "load",
        .arguments = R"({"material":"$material","pieces":"$pieces"})",
        .merge = true,
    },
};

constexpr qapi::CliCase kPaintOptionCases[] = {
    {
        .start = "shelf:",
        .keys = kPaintOptionKeys,
        .runs = kPaintOptionRuns,
    },
    {
        .start = "nothing",
    },
    {
        .refuse = "no shelf is called $value",
    },
};

constexpr qapi::CliRun kPotsOptionRuns[] = {
    {
        .command = "load",
        .arguments = R"({"material":"clay","pieces":3})",
    },
    {
        .command = "query-names",
        .arguments = R"({})",
    },
};

constexpr qapi::CliCase kPotsOptionCases[] = {
    {
        .runs = kPotsOptionRuns,
    },
};

constexpr qapi::CliOption kOptions[] = {
    {
        .name = "until",
        .value = "PHASE",
        .group = "Startup",
        .when = qapi::CliWhen::End,
        .has_default = true,
        .default_value = "loaded",
        .help = "Goes on to this phase.",
        .doc = "Goes on to this phase.",
        .cases = kUntilOptionCases,
    },
    {
        .name = "E",
        .when = qapi::CliWhen::End,
        .help = "Stays empty.",
        .doc = "Stays empty.",
        .cases = kEUpperOptionCases,
    },
    {
        .name = "paint",
        .single_dash = true,
        .value = "WHAT",
        .group = "Work",
        .help =
            "Loads what is to be painted, from a shelf or as it is called, into what --load loads.",
        .doc =
            "Loads what is to be painted, from a shelf or as it is called, into what --load loads.",
        .cases = kPaintOptionCases,
    },
    {
        .name = "pots",
        .group = "Work",
        .when = qapi::CliWhen::After,
        .help = "Loads three pots and lists what there is.",
        .doc = "Loads three pots and lists what there is.",
        .cases = kPotsOptionCases,
    },
};

}  // namespace

const qapi::CliTable& cli_table() {
  static constexpr qapi::CliTable table = {
      .program = "kiln",
      .commands = kCliCommands,
      .options = kOptions,
  };
  return table;
}

}  // namespace api
