// SPDX-License-Identifier: Apache-2.0
//
// Registers and memory that no one who reads and writes can reach, and windows behind others.

#include <unordered_map>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/loader.h"
#include "vm/devices/pci/pci_function.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/lint.h"
#include "vm/machine/resolve.h"
#include "vm/machine/seen.h"
#include "vm/machine/windows.h"
#include "vm/machine/wire_book.h"
#include "vm/memory/flatten.h"
#include "vm/object/gather.h"

namespace vm::machine {
namespace {

using Spaces = std::unordered_set<const AddressSpace*>;

/// The spaces that someone looks into.
Spaces seen_spaces(Object& machine) {
  Spaces seen;
  for (Device* device : gather<Device>(machine)) {
    for (Object* space : linked_objects(*device, "address-space")) {
      add_seen(*as_space(static_cast<Device&>(*space)), seen);
    }
  }
  return seen;
}

/// Where a region is mapped.
struct Shown {
  bool anywhere = false;
  bool seen = false;
};

using ShownRegions = std::unordered_map<const Region*, Shown>;

ShownRegions shown_regions(Object& machine, const Spaces& seen) {
  ShownRegions shown;
  for (Device* device : gather<Device>(machine)) {
    const AddressSpace* space = as_space(*device);
    if (space == nullptr) continue;
    for (const Mapping& window : space->mappings()) {
      if (window.region == nullptr) continue;
      shown[window.region].anywhere = true;
      if (seen.contains(space)) shown[window.region].seen = true;
    }
  }
  return shown;
}

void check_regions(Device& device, const ShownRegions& shown, const Warn& warn) {
  // Loaders map theirs themselves, where the image wants it; those of PCI the guest places.
  if (device.type().is_a("loader") || dynamic_cast<PciFunction*>(&device) != nullptr) return;
  for_each_element(device, PortKind::Mmio, [&](const WireEnd& end) {
    const auto found = shown.find(&device.region(end.element.port, end.element.index));
    if (found == shown.end()) {
      warn(device, fmt::format("'{}' is mapped nowhere", to_string(end)));
    } else if (!found->second.seen) {
      warn(device, fmt::format("'{}' is mapped where nobody looks", to_string(end)));
    }
  });
}

bool covers(const Mapping& above, const Mapping& below) {
  return above.priority > below.priority && above.at <= below.at &&
         last_address(above) >= last_address(below);
}

void check_hidden(
    Device& device,
    const AddressSpace& space,
    const RegionIndex& names,
    const Warn& warn
) {
  for (const Mapping& below : space.mappings()) {
    for (const Mapping& above : space.mappings()) {
      if (!covers(above, below)) continue;
      warn(
          device,
          fmt::format(
              "'{}' at {:#x} is hidden in '{}' by '{}'",
              names.name(below),
              below.at,
              device.name(),
              names.name(above)
          )
      );
      break;
    }
  }
}

bool has_priorities(const AddressSpace& space) {
  for (const Mapping& window : space.mappings()) {
    if (window.priority != space.mappings().front().priority) return true;
  }
  return false;
}

}  // namespace

void lint_memory(DryRun& trial, const Warn& warn) {
  const Spaces seen = seen_spaces(trial.machine());
  const ShownRegions shown = shown_regions(trial.machine(), seen);
  const RegionIndex names(trial.machine());
  for (Device* device : gather<Device>(trial.machine())) {
    const AddressSpace* space = as_space(*device);
    if (space == nullptr) {
      check_regions(*device, shown, warn);
    } else if (!seen.contains(space)) {
      warn(*device, fmt::format("nobody looks into the address space '{}'", device->name()));
    } else if (has_priorities(*space)) {
      check_hidden(*device, *space, names, warn);
    }
  }
}

}  // namespace vm::machine
