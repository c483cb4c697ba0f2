// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/windows.h"

#include <unordered_set>

#include <fmt/format.h>

#include "generated/types/phases.h"

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
    for (AddressSpace* space : device.inner_spaces())
      shown_[space] = {machine_path(device) + ":" + space->name(), {}};
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

std::vector<PlacedWindow> windows_crossing(Object& machine, Object& object) {
  std::unordered_set<const void*> inside;
  for_each_device(object, [&](Device& device) {
    if (AddressSpace* space = as_space(device)) inside.insert(space);
    for_each_element(device, PortKind::Mmio, [&](const WireEnd& region) {
      inside.insert(&device.region(region.element.port, region.element.index));
    });
  });
  std::vector<PlacedWindow> crossing;
  for_each_device(machine, [&](Device& device) {
    AddressSpace* space = as_space(device);
    if (space == nullptr) return;
    for (const Mapping& window : space->mappings()) {
      const bool crosses = inside.contains(identity(window)) != inside.contains(space);
      if (crosses) crossing.push_back({space, window});
    }
  });
  return crossing;
}

Result<> check_unmapped(Object& machine, Object& object) {
  const std::vector<PlacedWindow> crossing = windows_crossing(machine, object);
  if (crossing.empty()) return {};
  const RegionIndex regions(machine);
  const PlacedWindow& first = crossing.front();
  return fail(fmt::format(
      "{} is mapped at {:#x} into {}",
      regions.name(first.window),
      first.window.at,
      regions.name({.space = first.into})
  ));
}

}  // namespace vm
