// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/derived_specs.h"

#include <fmt/format.h>

#include "generated/objects/object_table.h"

#include "runtime/json/json.h"
#include "vm/machine/spec_library.h"

namespace vm::machine {
namespace {

constexpr std::string_view kTransport = "virtio-pci";
constexpr std::string_view kDevices = "virtio-device";
constexpr std::string_view kBus = "bus";

// Nodes of the part.
constexpr std::string_view kFunction = "pci";
constexpr std::string_view kDevice = "device";

/// What others call the same device.
std::string part_name(std::string_view type) {
  return fmt::format("{}-pci", type == "virtio-console" ? "virtio-serial" : type);
}

void expose(const ObjectType& type, std::string_view node, qapi::Json& props) {
  for (const PropertyType& property : type.properties) {
    const std::string name(property.name);
    if (property.use == PropertyUse::Telemetry || props.contains(name)) continue;
    props[name] = {{"to", fmt::format("{}.{}", node, name)}};
  }
}

/// The function's properties and the device's, except for what connects the two.
std::string describe(const ObjectType& device) {
  qapi::Json props = qapi::Json::object();
  expose(*find_object_type(kTransport), kFunction, props);
  expose(device, kDevice, props);
  const qapi::Json part = {
      {"part", part_name(device.name)},
      {"doc", fmt::format("A {} that is a function of PCI Express.", device.name)},
      {"nodes",
       {{kFunction, {{"type", kTransport}}},
        {kDevice, {{"type", device.name}, {"props", {{kBus, kFunction}}}}}}},
      {"expose", {{"props", props}}},
  };
  return part.dump(2);
}

/// What comes with the program: files of machines/, and what follows from the schema.
class ShippedSpecs {
 public:
  ShippedSpecs()
      : derived_(derive_specs()),
        all_(embedded_specs().begin(), embedded_specs().end()) {
    for (const DerivedSpec& each : derived_) {
      all_.push_back({.name = each.name, .file = each.name, .text = each.text});
    }
  }

  std::span<const ShippedSpec> all() const { return all_; }

 private:
  std::vector<DerivedSpec> derived_;
  std::vector<ShippedSpec> all_;
};

}  // namespace

std::vector<DerivedSpec> derive_specs() {
  std::vector<DerivedSpec> specs;
  for (const ObjectType& type : object_table()) {
    if (type.is_abstract || !type.is_a(kDevices)) continue;
    specs.push_back({.name = part_name(type.name), .text = describe(type)});
  }
  return specs;
}

std::span<const ShippedSpec> shipped_specs() {
  static const ShippedSpecs specs;
  return specs.all();
}

}  // namespace vm::machine
