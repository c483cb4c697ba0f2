// Generated from schema/devices/fw-cfg.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/fw_cfg.cpp.

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

/// Properties of `fw-cfg`.
struct FwCfgProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// where DMA goes to
  vm::Link space;
};

/// What a snapshot of `fw-cfg` holds.
struct FwCfgState {
  /// the item that is read
  uint16_t selector{};

  /// how far it has been read
  uint32_t offset{};

  /// the upper half of the DMA address, until the lower one is written
  uint32_t dma_high{};

  static const qapi::ObjectType kType;
};

/// Ports of `fw-cfg`: regions, inputs and outputs, each numbered from zero.
struct FwCfgPort {
  static constexpr unsigned kRegs = 0;  ///< data at 0 (1 to 8 bytes), selector at 8 (2 bytes,
                                        ///< big-endian), DMA address at 16 (8 bytes, big-endian)
};

}  // namespace api

namespace vm {

/// QEMU's firmware configuration device: items that firmware and kernels read by number, and
/// files that a directory names, through a stream of bytes or by DMA. QEMU, "QEMU Firmware
/// Configuration (fw_cfg) Device", version 3 of the interface (bits 0 and 1 of its ID). What
/// there is in it are the `fw-cfg-item`s that name it. Nothing can be written.
Result<std::unique_ptr<Object>> create_fw_cfg(Platform& platform);

}  // namespace vm
