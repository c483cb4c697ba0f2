// Generated from schema/devices/virtio/virtio-mmio.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_mmio.cpp.

#pragma once

#include <cstdint>
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

/// Properties of `virtio-mmio`.
struct VirtioMmioProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the address space that rings and buffers are in
  vm::Link space;
};

/// What a snapshot of `virtio-mmio` holds.
struct VirtioMmioState {
  /// which word of the device's features shows
  uint32_t device_features_sel{};

  /// which word of the driver's is written
  uint32_t driver_features_sel{};

  /// which queue the registers are those of
  uint32_t queue_sel{};

  /// bit 0: buffers were used; bit 1: the configuration has changed
  uint8_t interrupt_status{};

  static const qapi::ObjectType kType;
};

/// Ports of `virtio-mmio`: regions, inputs and outputs, each numbered from zero.
struct VirtioMmioPort {
  static constexpr unsigned kRegs =
      0;  ///< the registers, of 32 bits each; from 0x100 on the device's configuration
  static constexpr unsigned kIrq = 0;  ///< high while there are used buffers, or a changed
                                       ///< configuration, that the driver has not acknowledged
};

}  // namespace api

namespace vm {

/// A transport whose registers are in memory: VIRTIO 1.2, section 4.2, of version 2.
Result<std::unique_ptr<Object>> create_virtio_mmio(Platform& platform);

}  // namespace vm
