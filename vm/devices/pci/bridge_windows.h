// SPDX-License-Identifier: Apache-2.0
//
// BridgeWindows are the addresses that a bridge forwards to the bus behind it, as software has set
// them: for memory, prefetchable memory and I/O (7.5.1.3). What is behind it is seen through them
// only.

#pragma once

#include <vector>

#include "vm/devices/pci/pci_config.h"
#include "vm/memory/address_space.h"

namespace vm {

/// A space of the bus that the bridge is on, and the one of the bus behind it.
struct BridgedSpaces {
  AddressSpace* outer = nullptr;  ///< null: nothing is forwarded
  AddressSpace* inner = nullptr;
};

class BridgeWindows {
 public:
  /// Adds the registers to the bridge's configuration space.
  static void describe(PciConfig& config);

  /// Forwards what the registers say, while the command register lets it. Where windows overlap
  /// with those of others, the higher priority is seen; two of them are taken.
  void place(const PciConfig& config, BridgedSpaces memory, BridgedSpaces io, int priority);
  void take_back();

 private:
  void open(BridgedSpaces spaces, uint64_t base, uint64_t limit, int priority);

  std::vector<std::pair<AddressSpace*, Mapping>> placed_;
};

}  // namespace vm
