// Generated from schema/devices/pci/pcie-root-port.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/devices/pci/pcie_root_port.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "generated/types/hotplug_slot.h"
#include "generated/types/pci.h"

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `pcie-root-port`.
struct PcieRootPortProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the root of the hierarchy
  vm::Link bus;

  /// device and function on bus 0, as in `3` or `3.1`; empty: the first device that is free. What
  /// it came to shows once it is realized
  std::string addr;

  /// whether the device has more functions than number 0, which is the one that says so
  bool multifunction = false;

  /// the number by which the guest calls the slot; unique in a machine if guests are to tell
  /// slots apart (0 to 8191)
  uint16_t slot = 0;

  /// whether something is wrong with the card's power. While it is, the power controller lets the
  /// card have none and tells the guest.
  bool power_fault = false;
};

/// What a snapshot of `pcie-root-port` holds.
struct PcieRootPortState {
  /// its registers as a function
  PciFunctionState pci;

  /// its registers as a slot
  SlotState card_slot;

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A root port of PCI Express: a bridge from bus 0 to a bus of its own, which is a slot for one
/// card (device 0, with up to eight functions) that can come and go while the guest runs. It
/// has an attention button, a power controller, a power and an attention indicator, and tells
/// the guest of all that happens by one message (MSI) or by pin INTA.
///
/// Before the machine is ready the functions of a card come in any order. From then on number 0
/// comes last: with it the guest is told that there is a card. device_del presses the button,
/// and all functions go together.
Result<std::unique_ptr<Object>> create_pcie_root_port(Platform& platform);

}  // namespace vm
