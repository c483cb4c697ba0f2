// Generated from schema/devices/pci/pci.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <vector>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a snapshot holds of every PCI function.
struct PciFunctionState {
  /// the first 256 bytes of its configuration space
  std::vector<uint8_t> config;

  /// its table of message-signalled interrupts: address, upper address, data and control of each
  /// vector
  std::vector<uint32_t> msix_table;

  /// one bit for each vector that waits to be sent
  uint64_t msix_pending{};

  /// whether it interrupts by its pin
  bool interrupt{};

  bool operator==(const PciFunctionState&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
