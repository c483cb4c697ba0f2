// SPDX-License-Identifier: Apache-2.0
//
// PciConfig is the configuration space of one PCI function: bytes, and for each bit whether it is
// fixed, software may write it, or the function shows something by it. PCI Express Base
// Specification 5.0, 7.5.1; section numbers in this folder are its.
//
//   PciConfig config(state_.pci.config);
//   config.set(pci::kVendorId, 0x1af4, 2);
//   config.let_write(pci::kCommand, pci::kMemoryEnable | pci::kBusMaster, 2);
//   config.let_show(pci::kStatus, pci::kInterruptStatus, 2);
//   config.show(pci::kStatus, is_interrupting ? pci::kInterruptStatus : 0, 2);

#pragma once

#include <cstdint>
#include <vector>

namespace vm {

namespace pci {

// Offsets in configuration space (7.5.1.1, 7.5.1.2).
constexpr unsigned kVendorId = 0x00;
constexpr unsigned kDeviceId = 0x02;
constexpr unsigned kCommand = 0x04;
constexpr unsigned kStatus = 0x06;
constexpr unsigned kRevisionId = 0x08;
constexpr unsigned kClassCode = 0x09;
constexpr unsigned kCacheLineSize = 0x0c;
constexpr unsigned kHeaderType = 0x0e;
constexpr unsigned kBars = 0x10;

// The same of a bridge (7.5.1.3).
constexpr unsigned kPrimaryBus = 0x18;
constexpr unsigned kSecondaryBus = 0x19;
constexpr unsigned kSubordinateBus = 0x1a;
constexpr unsigned kIoBase = 0x1c;
constexpr unsigned kIoLimit = 0x1d;
constexpr unsigned kMemoryBase = 0x20;
constexpr unsigned kMemoryLimit = 0x22;
constexpr unsigned kPrefetchableBase = 0x24;
constexpr unsigned kPrefetchableLimit = 0x26;
constexpr unsigned kPrefetchableBaseUpper = 0x28;
constexpr unsigned kPrefetchableLimitUpper = 0x2c;
constexpr unsigned kIoBaseUpper = 0x30;
constexpr unsigned kIoLimitUpper = 0x32;
constexpr unsigned kBridgeControl = 0x3e;

// And of both again.
constexpr unsigned kSubsystemVendorId = 0x2c;
constexpr unsigned kSubsystemId = 0x2e;
constexpr unsigned kCapabilities = 0x34;
constexpr unsigned kInterruptLine = 0x3c;
constexpr unsigned kInterruptPin = 0x3d;
constexpr unsigned kEndOfHeader = 0x40;

// Of the command register (7.5.1.1.3).
constexpr uint16_t kIoEnable = 1u << 0;
constexpr uint16_t kMemoryEnable = 1u << 1;
constexpr uint16_t kBusMaster = 1u << 2;
constexpr uint16_t kInterruptDisable = 1u << 10;

// Of the status register (7.5.1.1.4).
constexpr uint16_t kInterruptStatus = 1u << 3;
constexpr uint16_t kHasCapabilities = 1u << 4;

// Of the header type (7.5.1.1.9).
constexpr uint8_t kBridgeLayout = 1;
constexpr uint8_t kMultifunction = 1u << 7;

constexpr uint16_t kSecondaryBusReset = 1u << 6;  // of the bridge control (7.5.1.3.13)

}  // namespace pci

class PciConfig {
 public:
  static constexpr unsigned kSize = 256;

  /// The bytes are kept where they are saved.
  explicit PciConfig(std::vector<uint8_t>& bytes);

  /// All zeros, and nothing may be written.
  void clear();

  void set(unsigned offset, uint32_t value, unsigned size);
  uint32_t get(unsigned offset, unsigned size) const;

  /// Which bits software may write.
  void let_write(unsigned offset, uint32_t mask, unsigned size);

  /// Which bits are the function's to change, and its changing them.
  void let_show(unsigned offset, uint32_t mask, unsigned size);
  void show(unsigned offset, uint32_t value, unsigned size);

  /// Adds a capability of so many bytes behind the last one, and gives its offset (7.5.3.1).
  unsigned add_capability(uint8_t id, unsigned size);

  /// By software.
  void write(unsigned offset, uint32_t value, unsigned size);

  /// Nothing has been written.
  void reset();

  /// The bytes were replaced by others. Of these only that shows which can have changed.
  void bytes_loaded() { bytes_.resize(kSize); }

 private:
  void replace(const std::vector<uint8_t>& masks, unsigned offset, uint32_t value, unsigned size);

  std::vector<uint8_t>& bytes_;
  std::vector<uint8_t> initial_;
  std::vector<uint8_t> writable_;
  std::vector<uint8_t> shown_;
  unsigned last_pointer_ = pci::kCapabilities;
  unsigned end_ = pci::kEndOfHeader;
};

}  // namespace vm
