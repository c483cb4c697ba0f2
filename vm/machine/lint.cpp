// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/lint.h"

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/resolve.h"
#include "vm/object/find.h"
#include "vm/object/links.h"

namespace vm::machine {
namespace {

void collect(Object& object, std::vector<Device*>& devices) {
  if (object.type().is_a("device")) devices.push_back(static_cast<Device*>(&object));
  for (const auto& child : object.children()) {
    collect(*child, devices);
  }
}

}  // namespace

std::vector<std::string> lint(DryRun& trial) {
  std::vector<std::string> warnings;
  const Warn warn = [&](const Object& object, const std::string& text) {
    warnings.push_back(fmt::format("{}: {}", trial.origin(object), text));
  };
  lint_wires(trial, warn);
  lint_memory(trial, warn);
  lint_cpus(trial, warn);
  lint_firmware(trial, warn);
  lint_clocks(trial, warn);
  return warnings;
}

std::vector<Device*> devices_of(Object& machine) {
  std::vector<Device*> devices;
  collect(machine, devices);
  return devices;
}

std::vector<RiscvCluster*> clusters_of(Object& machine) {
  std::vector<RiscvCluster*> clusters;
  for (Device* device : devices_of(machine)) {
    if (auto* cluster = dynamic_cast<RiscvCluster*>(device)) clusters.push_back(cluster);
  }
  return clusters;
}

std::vector<Object*> linked_objects(Object& object, std::string_view linked_type) {
  std::vector<std::string> paths;
  for (const PropertyType& property : object.type().properties) {
    if (property.links == nullptr || property.linked_type() != linked_type) continue;
    const std::vector<std::string> found = link_paths(object, property);
    paths.insert(paths.end(), found.begin(), found.end());
  }
  std::vector<Object*> objects;
  for (const std::string& path : paths) {
    Result<Object*> target = find_near(object, path, linked_type);
    if (target) objects.push_back(*target);
  }
  return objects;
}

AddressSpace* space_of(Device& device) {
  const std::vector<Object*> spaces = linked_objects(device, "address-space");
  return spaces.empty() ? nullptr : as_space(static_cast<Device&>(*spaces.front()));
}

void add_seen(AddressSpace& space, std::unordered_set<const AddressSpace*>& seen) {
  if (!seen.insert(&space).second) return;
  for (const Mapping& window : space.mappings()) {
    if (window.space != nullptr) add_seen(*window.space, seen);
  }
}

}  // namespace vm::machine
