// Generated from schema/devices/pci/pcie-host.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/pci/pcie_host.cpp.

#pragma once

#include <memory>

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

/// Properties of `pcie-host`.
struct PcieHostProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the memory space of the hierarchy: where the guest places registers
  vm::Link memory;

  /// its I/O space; without one functions have no registers there
  vm::Link io;

  /// what functions read and write on their own: where the guest's memory is
  vm::Link space;
};

/// What a snapshot of `pcie-host` holds.
struct PcieHostState {
  static const qapi::ObjectType kType;
};

/// Ports of `pcie-host`: regions, inputs and outputs, each numbered from zero.
struct PcieHostPort {
  static constexpr unsigned kEcam =
      0;  ///< the configuration spaces of all functions, 4 KiB each: bus, device and function are
          ///< bits 20 to 27, 15 to 19 and 12 to 14 of the address
  static constexpr unsigned kIntx = 0;  ///< the four interrupt lines. Pin INTA of device d is line
                                        ///< d % 4, INTB the next one, and so on
};

}  // namespace api

namespace vm {

/// The root of a PCI Express hierarchy, with bus 0, and its configuration space in memory
/// (ECAM: PCI Express Base Specification 5.0, 7.2.2), as the Linux binding
/// `pci-host-ecam-generic` describes it. Where the functions' registers show in the machine are
/// windows of the two address spaces, which are mapped like others.
Result<std::unique_ptr<Object>> create_pcie_host(Platform& platform);

}  // namespace vm
