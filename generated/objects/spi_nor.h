// Generated from schema/devices/spi-nor.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/spi_nor.cpp.

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

/// Properties of `spi-nor`.
struct SpiNorProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the master of its bus
  vm::Link bus;

  /// its chip select there (0 to 31)
  uint8_t select = 0;

  /// the node that holds the contents, of 16 MiB
  vm::Link drive;
};

/// What a snapshot of `spi-nor` holds.
struct SpiNorState {
  /// whether nothing has been written since it was made, and all bits are ones
  bool blank{};

  /// the WEL bit
  bool write_enabled{};

  /// the command under way; 0: none
  uint8_t command{};

  /// bytes that have followed it
  uint32_t received{};

  /// the address that they have given, and where the next byte is
  uint32_t place{};

  static const qapi::ObjectType kType;
};

/// Ports of `spi-nor`: regions, inputs and outputs, each numbered from zero.
struct SpiNorPort {
  static constexpr unsigned kMem = 0;  ///< the contents, for masters that show them as memory
};

}  // namespace api

namespace vm {

/// A serial NOR flash of 16 MiB on an SPI bus: Winbond W25Q128JV data sheet, revision F, with
/// one data line. It is erased at first, all ones. Without `drive` it keeps what is written as
/// long as the guest is, and in its snapshots; with one that cannot be written to it is locked.
/// While the node takes what was written, the flash is busy.
Result<std::unique_ptr<Object>> create_spi_nor(Platform& platform);

}  // namespace vm
