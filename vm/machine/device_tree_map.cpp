// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_map.h"

#include <algorithm>
#include <tuple>

#include "vm/devices/device.h"

namespace vm::machine {
namespace {

/// The part of a space that is seen through a window: `shift` is what turns its addresses into
/// those of the outermost one.
struct View {
  uint64_t shift = 0;
  uint64_t first = 0;
  uint64_t last = UINT64_MAX;
};

void collect(
    const AddressSpace& space,
    const RegionIndex& index,
    const View& view,
    std::vector<PlacedRegion>& found
) {
  for (const Mapping& window : space.mappings()) {
    const uint64_t last = window.at + (window.size - 1);
    if (last < view.first || window.at > view.last) continue;
    if (const WireEnd* region = index.region(window)) {
      found.push_back({*region, window.at + view.shift, window.size});
      continue;
    }
    const View inner{
        .shift = view.shift + window.at - window.offset,
        .first = window.offset + (std::max(window.at, view.first) - window.at),
        .last = window.offset + (std::min(last, view.last) - window.at)};
    collect(*window.space, index, inner, found);
  }
}

auto port_order(const PlacedRegion& region) {
  return std::tuple(region.region.element.port, region.region.element.index, region.at);
}

}  // namespace

RegionKind kind_of(const WireEnd& region) {
  unsigned number = 0;
  for (const PortType& port : region.device->type().ports) {
    if (port.kind == PortKind::Mmio && number++ == region.element.port) return port.region_kind;
  }
  return RegionKind::Io;
}

std::vector<PlacedDevice> placed_devices(const AddressSpace& space, const RegionIndex& index) {
  std::vector<PlacedRegion> regions;
  collect(space, index, {}, regions);
  std::vector<PlacedDevice> devices;
  for (const PlacedRegion& region : regions) {
    auto found = std::find_if(devices.begin(), devices.end(), [&](const PlacedDevice& placed) {
      return placed.device == region.region.device;
    });
    if (found == devices.end()) found = devices.insert(devices.end(), {region.region.device, {}});
    found->regions.push_back(region);
  }
  for (PlacedDevice& placed : devices) {
    std::sort(placed.regions.begin(), placed.regions.end(), [](const auto& a, const auto& b) {
      return port_order(a) < port_order(b);
    });
  }
  std::sort(devices.begin(), devices.end(), [](const PlacedDevice& a, const PlacedDevice& b) {
    return a.at() < b.at();
  });
  return devices;
}

}  // namespace vm::machine
