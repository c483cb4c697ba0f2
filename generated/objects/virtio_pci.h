// Generated from schema/devices/pci/virtio-pci.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/devices/pci/virtio_pci.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

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

/// Properties of `virtio-pci`.
struct VirtioPciProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the PCI bus that it is on
  vm::Link bus;

  /// device and function on the bus, as in `3` or `3.1`; empty: the first device that is free.
  /// What it came to shows once it is realized
  std::string addr;

  /// whether the device has more functions than number 0, which is the one that says so
  bool multifunction = false;
};

/// What a snapshot of `virtio-pci` holds.
struct VirtioPciState {
  PciFunctionState pci;

  /// which word of the device's features shows
  uint32_t device_feature_select{};

  /// which word of the driver's is written
  uint32_t driver_feature_select{};

  /// which queue the registers are those of
  uint16_t queue_select{};

  /// vector of changes of the configuration; 65535 for none
  uint16_t config_vector{};

  /// that of each queue
  std::vector<uint16_t> queue_vectors;

  /// bit 0: buffers were used; bit 1: the configuration has changed
  uint8_t isr{};

  static const qapi::ObjectType kType;
};

/// Ports of `virtio-pci`: regions, inputs and outputs, each numbered from zero.
struct VirtioPciPort {
  static constexpr unsigned kMsix =
      0;  ///< the table of message-signalled interrupts, and behind it, at 0x800, what is pending
  static constexpr unsigned kModern =
      1;  ///< the registers: common, interrupt status, device, and notifications, each 4 KiB apart
};

}  // namespace api

namespace vm {

/// A transport that is a function of PCI Express: VIRTIO 1.2, section 4.1, without the legacy
/// interface. What the guest sees is the device that names it as its bus; without one the
/// function is not there.
Result<std::unique_ptr<Object>> create_virtio_pci(Platform& platform);

}  // namespace vm
