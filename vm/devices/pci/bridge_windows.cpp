// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/pci/bridge_windows.h"

namespace vm {
namespace {

// Memory windows are multiples of 1 MiB, those of I/O of 4 KiB. The lower bits of the registers say
// how wide addresses are.
constexpr uint32_t kMemoryMask = 0xfff0;
constexpr uint64_t kMemoryRest = 0xf'ffff;
constexpr uint32_t kIoMask = 0xf0;
constexpr uint64_t kIoRest = 0xfff;
constexpr uint32_t kIs64Bits = 1;
constexpr uint32_t kIs32BitsOfIo = 1;

uint64_t memory_at(const PciConfig& config, unsigned offset) {
  return uint64_t{config.get(offset, 2) & kMemoryMask} << 16;
}

uint64_t prefetchable_at(const PciConfig& config, unsigned offset, unsigned upper) {
  return uint64_t{config.get(upper, 4)} << 32 | memory_at(config, offset);
}

uint64_t io_at(const PciConfig& config, unsigned offset, unsigned upper) {
  return uint64_t{config.get(upper, 2)} << 16 | uint64_t{config.get(offset, 1) & kIoMask} << 8;
}

}  // namespace

void BridgeWindows::describe(PciConfig& config) {
  for (const unsigned offset : {pci::kMemoryBase, pci::kMemoryLimit}) {
    config.let_write(offset, kMemoryMask, 2);
  }
  for (const unsigned offset : {pci::kPrefetchableBase, pci::kPrefetchableLimit}) {
    config.set(offset, kIs64Bits, 2);
    config.let_write(offset, kMemoryMask, 2);
  }
  for (const unsigned offset : {pci::kIoBase, pci::kIoLimit}) {
    config.set(offset, kIs32BitsOfIo, 1);
    config.let_write(offset, kIoMask, 1);
  }
  config.let_write(pci::kPrefetchableBaseUpper, UINT32_MAX, 4);
  config.let_write(pci::kPrefetchableLimitUpper, UINT32_MAX, 4);
  config.let_write(pci::kIoBaseUpper, UINT16_MAX, 2);
  config.let_write(pci::kIoLimitUpper, UINT16_MAX, 2);
}

void BridgeWindows::place(
    const PciConfig& config,
    BridgedSpaces memory,
    BridgedSpaces io,
    int priority
) {
  take_back();
  const uint32_t command = config.get(pci::kCommand, 2);
  if ((command & pci::kMemoryEnable) != 0) {
    const uint64_t limit = memory_at(config, pci::kMemoryLimit) | kMemoryRest;
    open(memory, memory_at(config, pci::kMemoryBase), limit, priority);
    const uint64_t last =
        prefetchable_at(config, pci::kPrefetchableLimit, pci::kPrefetchableLimitUpper);
    open(
        memory,
        prefetchable_at(config, pci::kPrefetchableBase, pci::kPrefetchableBaseUpper),
        last | kMemoryRest,
        priority + 1
    );
  }
  if ((command & pci::kIoEnable) != 0) {
    const uint64_t limit = io_at(config, pci::kIoLimit, pci::kIoLimitUpper) | kIoRest;
    open(io, io_at(config, pci::kIoBase, pci::kIoBaseUpper), limit, priority);
  }
}

/// A window that ends before it begins is closed.
void BridgeWindows::open(BridgedSpaces spaces, uint64_t base, uint64_t limit, int priority) {
  if (spaces.outer == nullptr || limit < base) return;
  const Mapping window{
      .region = nullptr,
      .space = spaces.inner,
      .at = base,
      .offset = base,
      .size = limit - base + 1,
      .priority = priority,
  };
  if (spaces.outer->map(window)) placed_.emplace_back(spaces.outer, window);
}

void BridgeWindows::take_back() {
  for (const auto& [space, window] : placed_) {
    space->unmap(window);
  }
  placed_.clear();
}

}  // namespace vm
