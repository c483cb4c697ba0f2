// SPDX-License-Identifier: Apache-2.0
//
// Where the registers and memories of devices are, seen from one address space.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "vm/machine/windows.h"
#include "vm/machine/wire_book.h"
#include "vm/memory/address_space.h"

namespace vm::machine {

struct PlacedRegion {
  WireEnd region;
  uint64_t at = 0;
  uint64_t size = 0;
};

/// A device with all of its regions, in the order of the schema.
struct PlacedDevice {
  Device* device;
  std::vector<PlacedRegion> regions;

  uint64_t at() const { return regions.front().at; }
};

/// All that have a region in the space or in a space that is mapped into it, ordered by the address
/// of their first region.
std::vector<PlacedDevice> placed_devices(const AddressSpace& space, const RegionIndex& index);

/// The kind of a region, as the schema says it.
RegionKind kind_of(const WireEnd& region);

}  // namespace vm::machine
