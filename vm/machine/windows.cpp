// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/windows.h"

#include <unordered_set>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/port.h"
#include "vm/machine/resolve.h"

namespace vm {
namespace {

template <typename Visit>
void for_each_device(Object& object, const Visit& visit) {
  // One that is not configured has no regions yet.
  if (object.type().is_a("device") && object.life() != api::ObjectLife::Created) {
    visit(static_cast<Device&>(object));
  }
  for (const auto& child : object.children()) {
    for_each_device(*child, visit);
  }
}

const void* identity(const Mapping& window) {
  return window.region != nullptr ? static_cast<const void*>(window.region) : window.space;
}

}  // namespace

RegionIndex::RegionIndex(Object& top) {
  for_each_device(top, [this](Device& device) {
    if (AddressSpace* space = as_space(device)) shown_[space] = {machine_path(device), {}};
    for_each_element(device, PortKind::Mmio, [&](const WireEnd& region) {
      shown_[&device.region(region.element.port, region.element.index)] = {
          to_string(region),
          region};
    });
  });
}

const RegionIndex::Shown& RegionIndex::find(const Mapping& window) const {
  return shown_.at(identity(window));
}

const WireEnd* RegionIndex::region(const Mapping& window) const {
  return window.region != nullptr ? &find(window).region : nullptr;
}

Result<> check_unmapped(Object& machine, Object& object) {
  std::unordered_set<const void*> inside;
  for_each_device(object, [&](Device& device) {
    if (AddressSpace* space = as_space(device)) inside.insert(space);
    for_each_element(device, PortKind::Mmio, [&](const WireEnd& region) {
      inside.insert(&device.region(region.element.port, region.element.index));
    });
  });
  Result<> result;
  for_each_device(machine, [&](Device& device) {
    AddressSpace* space = as_space(device);
    if (space == nullptr || !result) return;
    for (const Mapping& window : space->mappings()) {
      if (inside.contains(identity(window)) == inside.contains(space)) continue;
      result = fail(fmt::format(
          "{} is mapped at {:#x} into {}",
          RegionIndex(machine).name(window),
          window.at,
          machine_path(device)
      ));
      return;
    }
  });
  return result;
}

}  // namespace vm
