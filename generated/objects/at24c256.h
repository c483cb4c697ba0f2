// Generated from schema/devices/at24c256.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/at24c256.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

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

/// Properties of `at24c256`.
struct At24c256Props {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the master of its bus
  vm::Link bus;

  /// its address there, of 7 bits (8 to 119)
  uint8_t address = 80;

  /// the node that holds the contents, of 32768 bytes
  vm::Link drive;
};

/// What a snapshot of `at24c256` holds.
struct At24c256State {
  /// the byte that comes next
  uint16_t pointer{};

  /// bytes that the transfer under way has brought: the first two are an address
  uint8_t received{};

  /// what is in it, if there is no `drive`; empty: nothing was written yet
  std::vector<uint8_t> contents;

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A serial EEPROM of 32 KiB on an I2C bus: Atmel AT24C256 data sheet (0670). It is erased at
/// first, all ones. Without `drive` it keeps what is written as long as the guest is, and in
/// its snapshots. Writing takes no time.
Result<std::unique_ptr<Object>> create_at24c256(Platform& platform);

}  // namespace vm
