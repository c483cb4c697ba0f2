// Generated from golden/ by codegen/templates/object_table.cpp.j2.  Do not edit.

#include "generated/objects/object_table.h"

#include <algorithm>

#include "generated/objects/heater.h"
#include "generated/objects/objects.h"

#include "vm/object/property.h"

namespace vm {
namespace {

constexpr PropertyType kPartProperties[] = {
    {
        .name = "fitted-at",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .doc = "hours since it was made",
        .set = decode_property<&api::PartProps::fitted_at>,
        .get = encode_property<&api::PartProps::fitted_at>,
    },
};

constexpr Alias kPartAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "installed",
        .stands_for = "fitted-at",
        .of = "other-kiln",
    },
};

constexpr qapi::Range<uint64_t> kSensorRateRange = {
    .low = 1,
    .high = 1000,
    .unit = "Hz",
};

constexpr PropertyType kSensorProperties[] = {
    {
        .name = "fitted-at",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .doc = "hours since it was made",
        .set = decode_property<&api::SensorProps::fitted_at>,
        .get = encode_property<&api::SensorProps::fitted_at>,
    },

    {
        .name = "rate",
        .type = "uint32",
        .default_json = "10",
        .doc = "measurements in a second",
        .set = decode_property<&api::SensorProps::rate, kSensorRateRange>,
        .get = encode_property<&api::SensorProps::rate>,
    },

    {
        .name = "label",
        .type = "str",
        .doc = "written on it",
        .set = decode_property<&api::SensorProps::label>,
        .get = encode_property<&api::SensorProps::label>,
    },
};

constexpr Alias kSensorAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "installed",
        .stands_for = "fitted-at",
        .of = "other-kiln",
    },
};

constexpr qapi::Range<uint64_t> kHeaterZonesRange = {
    .low = 1,
    .high = 8,
    .unit = "",
};
constexpr qapi::Range<int64_t> kHeaterLimitRange = {
    .low = 0,
    .high = 1400,
    .unit = "°C",
};
constexpr qapi::Range<uint64_t> kHeaterPowerRange = {
    .low = 0,
    .high = 100,
    .unit = "%",
};

constexpr PropertyType kHeaterProperties[] = {
    {
        .name = "fitted-at",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .doc = "hours since it was made",
        .set = decode_property<&api::HeaterProps::fitted_at>,
        .get = encode_property<&api::HeaterProps::fitted_at>,
    },

    {
        .name = "zones",
        .type = "uint32",
        .default_json = "2",
        .doc = "how many zones it heats",
        .set = decode_property<&api::HeaterProps::zones, kHeaterZonesRange>,
        .get = encode_property<&api::HeaterProps::zones>,
    },

    {
        .name = "sensor",
        .type = "link<sensor>",
        .doc = "what it looks at",
        .set = decode_property<&api::HeaterProps::sensor>,
        .get = encode_property<&api::HeaterProps::sensor>,
        .links = visit_links<&api::HeaterProps::sensor>,
    },

    {
        .name = "others",
        .type = "[link<sensor>]",
        .default_json = "[]",
        .doc = "further sensors",
        .set = decode_property<&api::HeaterProps::others>,
        .get = encode_property<&api::HeaterProps::others>,
        .links = visit_links<&api::HeaterProps::others>,
    },

    {
        .name = "limit",
        .type = "int32",
        .default_json = "1300",
        .doc = "the highest temperature",
        .set = decode_property<&api::HeaterProps::limit, kHeaterLimitRange>,
        .get = encode_property<&api::HeaterProps::limit>,
    },

    {
        .name = "power",
        .type = "uint8",
        .use = PropertyUse::Control,
        .default_json = "100",
        .doc = "share of the full power",
        .set = decode_property<&api::HeaterProps::power, kHeaterPowerRange>,
        .get = encode_property<&api::HeaterProps::power>,
    },

    {
        .name = "hours",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .doc = "how long it was on",
        .set = decode_property<&api::HeaterProps::hours>,
        .get = encode_property<&api::HeaterProps::hours>,
    },

    {
        .name = "curve",
        .type = "[int32]",
        .default_json = "[]",
        .doc = "temperature of each zone",
        .set = decode_property<&api::HeaterProps::curve>,
        .get = encode_property<&api::HeaterProps::curve>,
        .length = {.property = number_property<&api::HeaterProps::zones>},
        .set_element = decode_element<&api::HeaterProps::curve>,
    },

    {
        .name = "memory",
        .type = "size",
        .default_json = "65536",
        .doc = "bytes of its memory",
        .set = decode_size_property<&api::HeaterProps::memory>,
        .get = encode_property<&api::HeaterProps::memory>,
    },
};

constexpr PortType kHeaterPorts[] = {
    {
        .name = "regs",
        .kind = PortKind::Mmio,
        .size = {.number = 256},
        .count = {.property = number_property<&api::HeaterProps::zones>},
        .is_array = true,
    },

    {
        .name = "ram",
        .kind = PortKind::Mmio,
        .region_kind = RegionKind::Ram,
        .size = {.property = number_property<&api::HeaterProps::memory>},
    },

    {
        .name = "enable",
        .kind = PortKind::IrqIn,
        .count = {.property = number_property<&api::HeaterProps::zones>},
        .is_array = true,
        .fdt_cell = 3,
    },

    {
        .name = "alarm",
        .kind = PortKind::IrqOut,
    },
};

constexpr std::string_view kHeaterCompatible[] = {"kiln,heater"};

constexpr Alias kHeaterAliases[] = {
    {
        .kind = AliasKind::Property,
        .name = "installed",
        .stands_for = "fitted-at",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Type,
        .name = "heat.element",
        .stands_for = "heater",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Type,
        .name = "Element_2",
        .stands_for = "heater",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Property,
        .name = "max_temp",
        .stands_for = "limit",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Property,
        .name = "memory_size",
        .stands_for = "memory",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Property,
        .name = "mode",
        .stands_for = "power",
        .of = "other-kiln",
        .values_json = "{\"eco\":50,\"full\":100}",
    },

    {
        .kind = AliasKind::Property,
        .name = "poles",
        .stands_for = "",
        .of = "other-kiln",
        .values_json = "[2,4]",
    },

    {
        .kind = AliasKind::Port,
        .name = "gpio[0]",
        .stands_for = "enable[0]",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Port,
        .name = "in",
        .stands_for = "enable",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Port,
        .name = "irq[0]",
        .stands_for = "alarm",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Port,
        .name = "mmio[1]",
        .stands_for = "ram",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Child,
        .name = "coil",
        .stands_for = "zone",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Given,
        .name = "memory",
        .stands_for = "1M",
        .of = "other-kiln",
    },
};

constexpr FdtProperty kHeaterFdt[] = {
    {.name = "kiln,zones", .property = "zones"},

    {.name = "kiln,limits", .json = "[0,\"$limit\"]"},

    {.name = "kiln,label", .json = "\"hot\""},

    {.name = "kiln,safe", .json = "true"},
};

constexpr ObjectType kTypes[3] = {
    {
        .name = "part",
        .is_abstract = true,
        .doc = "Anything that a kiln is made of.",
        .properties = kPartProperties,
        .aliases = kPartAliases,
    },
    {
        .name = "sensor",
        .base = &kTypes[0],
        .hotplug = true,
        .doc = "Measures a temperature.",
        .properties = kSensorProperties,
        .aliases = kSensorAliases,
        .create = create_sensor,
        .save = save_state<api::SensorState>,
        .load = load_state<api::SensorState>,
    },
    {
        .name = "heater",
        .base = &kTypes[0],
        .doc = "Heats, as its registers say.",
        .properties = kHeaterProperties,
        .ports = kHeaterPorts,
        .compatible = kHeaterCompatible,
        .aliases = kHeaterAliases,
        .fdt_node = "heater",
        .fdt_properties = kHeaterFdt,
        .create = create_heater,
        .save = save_state<api::HeaterState>,
        .load = load_state<api::HeaterState, &api::HeaterState::setpoint, &api::HeaterState::fans>,
    },
};

// The rows in the order of their names.
constexpr const ObjectType* kByName[] = {
    &kTypes[2],
    &kTypes[0],
    &kTypes[1],
};

constexpr Alias kPaths[] = {
    {
        .kind = AliasKind::Path,
        .name = "/parts",
        .stands_for = "/machine",
        .of = "other-kiln",
    },

    {
        .kind = AliasKind::Path,
        .name = "/parts/old",
        .stands_for = "/objects",
        .of = "other-kiln",
    },
};

constexpr Alias kAssumed[] = {
    {
        .kind = AliasKind::Assumed,
        .name = "/machine/hearth",
        .stands_for = "heater",
        .of = "other-kiln",
    },
};

}  // namespace

std::span<const ObjectType> object_table() {
  return kTypes;
}

std::span<const Alias> path_aliases() {
  return kPaths;
}

std::span<const Alias> assumed_objects() {
  return kAssumed;
}

const ObjectType* find_object_type(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kByName, name, {}, &ObjectType::name);
  return found != std::end(kByName) && (*found)->name == name ? *found : nullptr;
}

}  // namespace vm
