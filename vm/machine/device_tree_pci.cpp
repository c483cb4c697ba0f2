// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_pci.h"

#include <algorithm>
#include <vector>

#include "vm/devices/pci/pcie_host.h"
#include "vm/memory/flatten.h"

namespace vm::machine {
namespace {

// The first cell of an address (2.2.1.1 of the binding).
constexpr uint32_t kIo = 1u << 24;
constexpr uint32_t kMemory32 = 2u << 24;
// Not prefetchable, so that it is for cards of both kinds. A loader that gives out no addresses
// above 4 GiB passes over a range up there that is called plain memory; U-Boot takes a prefetchable
// one for where it has to put the bars of that kind, and loses their upper halves.
constexpr uint32_t kMemory64 = 3u << 24;
constexpr uint64_t kEndOf32Bits = uint64_t{1} << 32;

constexpr uint32_t kLastBus = 0xff;
constexpr unsigned kLines = PcieHost::kLines;
constexpr uint32_t kDeviceShift = 11;
constexpr uint32_t kPins = 4;
constexpr uint32_t kPinMask = 7;

void append(std::vector<uint32_t>& cells, uint64_t address) {
  cells.push_back(static_cast<uint32_t>(address >> 32));
  cells.push_back(static_cast<uint32_t>(address));
}

/// One entry of `ranges` for each window of one of the host's spaces.
void add_ranges(
    const AddressSpace& outer,
    const AddressSpace& inner,
    bool is_io,
    std::vector<uint32_t>& cells
) {
  std::vector<Mapping> windows;
  for (const Mapping& window : outer.mappings()) {
    if (window.space == &inner) windows.push_back(window);
  }
  std::sort(windows.begin(), windows.end(), [](const Mapping& one, const Mapping& other) {
    return one.offset < other.offset;
  });
  for (const Mapping& window : windows) {
    const bool is_high = window.offset >= kEndOf32Bits;
    cells.push_back(is_io ? kIo : is_high ? kMemory64 : kMemory32);
    append(cells, window.offset);
    append(cells, window.at);
    append(cells, last_address(window) - window.at + 1);
  }
}

/// Which controller's input each pin of each device comes to: all devices with the same remainder
/// share their lines.
void add_interrupt_map(PcieHost& host, const Interrupts& interrupts, FdtNode& node) {
  const std::vector<Interrupt> lines = interrupts.all_of(host);
  if (lines.size() != kLines) return;
  std::vector<uint32_t> cells;
  for (uint32_t device = 0; device < kLines; ++device) {
    for (uint32_t pin = 0; pin < kPins; ++pin) {
      const Interrupt& line = lines[(device + pin) % kLines];
      cells.insert(cells.end(), {device << kDeviceShift, 0, 0, pin + 1, line.parent});
      line.append_to(cells);
    }
  }
  node.set_cells("interrupt-map-mask", {(kLines - 1) << kDeviceShift, 0, 0, kPinMask});
  node.set_cells("interrupt-map", cells);
}

}  // namespace

void describe_pcie_host(
    PcieHost& host,
    const AddressSpace& space,
    const Interrupts& interrupts,
    FdtNode& node
) {
  node.set("device_type", "pci");
  node.set_cells("#address-cells", {3});
  node.set_cells("#size-cells", {2});
  node.set_cells("#interrupt-cells", {1});
  node.set_cells("linux,pci-domain", {0});
  node.set_cells("bus-range", {0, kLastBus});
  node.set_empty("dma-coherent");
  std::vector<uint32_t> ranges;
  if (host.io() != nullptr) add_ranges(space, *host.io(), true, ranges);
  add_ranges(space, host.memory(), false, ranges);
  node.set_cells("ranges", ranges);
  add_interrupt_map(host, interrupts, node);
}

}  // namespace vm::machine
