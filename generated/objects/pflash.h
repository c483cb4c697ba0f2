// Generated from schema/devices/pflash.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/pflash.cpp.

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

/// Properties of `pflash`.
struct PflashProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// how much, of all chips together: a power of two, and a multiple of `sector-size` (bytes,
  /// 65536 to 268435456)
  uint64_t size = 33554432;

  /// what is erased at once, of all chips together: a power of two (bytes, 4096 to 4194304)
  uint64_t sector_size = 262144;

  /// data lines of all chips together, in bytes: 1, 2, 4 or 8 (bytes, 1 to 8)
  uint8_t bank_width = 4;

  /// data lines of one chip, in bytes: 1, 2 or 4 (bytes, 1 to 4)
  uint8_t device_width = 2;

  /// what chips say who has made them; 0x89 is Intel
  uint16_t manufacturer_id = 137;

  /// what chips say they are
  uint16_t device_id = 24;

  /// the node that holds the contents; it has that `size`
  vm::Link drive;
};

/// What a snapshot of `pflash` holds.
struct PflashState {
  /// what is read: 0 the contents, 1 the status, 2 identifiers, 3 the query table
  uint8_t mode{};

  /// the command whose further words are waited for; 0: none
  uint8_t command{};

  /// the status register of each chip, but for the bit that says that it is ready
  uint8_t status{};

  /// whether nothing has been written since it was made, and all bits are ones
  bool blank{};

  /// words that a buffered write still takes
  uint32_t expected{};

  /// where the write buffer goes
  uint64_t buffer_at{};

  /// what it holds; ones are left as they are
  std::vector<uint8_t> buffer;

  static const qapi::ObjectType kType;
};

/// Ports of `pflash`: regions, inputs and outputs, each numbered from zero.
struct PflashPort {
  static constexpr unsigned kMem = 0;  ///< the memory
};

}  // namespace api

namespace vm {

/// NOR flash that is mapped as a memory, with the Intel command set: Common Flash Memory
/// Interface (JEDEC JESD68.01), primary command set 0001 (Intel AP-646). It is a row of equal
/// chips, beside each other on the bus, which all take the same commands. Its contents can be
/// read and executed as those of any memory until a command is written to it. Without `drive`
/// it is erased at first, and what is written is kept as long as the guest is, and in its
/// snapshots. With one that cannot be written to, its blocks are locked.
///
/// A block node that takes long to write is waited for: the flash is busy until what it was
/// told is on the node. The node is flushed when nothing more has been written for a tenth of a
/// second, and at the end.
Result<std::unique_ptr<Object>> create_pflash(Platform& platform);

}  // namespace vm
