// SPDX-License-Identifier: Apache-2.0
//
// PciFunction is the part of a device that makes it a function of PCI: its configuration space, the
// registers that the guest places through it, and its interrupts, by a pin or by messages.
//
//   class Card final : public Typed<Device, api::CardProps, api::CardState>, PciFunction {
//     Card() : PciFunction(*this, pci_state_.pci) {}
//     Result<> on_realize() override {
//       TRY(plug_in(*linked<PciBus>(props_.bus), props_.addr));
//       describe({.vendor = 0x1af4, ...});
//       add_bar({.index = 0, .region = kRegs});

#pragma once

#include <string>
#include <vector>

#include "generated/types/pci.h"

#include "vm/devices/device.h"
#include "vm/devices/pci/pci_bus.h"
#include "vm/devices/pci/pci_config.h"

namespace vm {

class Platform;

/// What a function is (7.5.1.1).
struct PciIdentity {
  uint16_t vendor = 0;
  uint16_t device = 0;
  uint8_t revision = 0;
  uint32_t class_code = 0;  ///< base class, subclass, programming interface
  uint16_t subsystem_vendor = 0;
  uint16_t subsystem = 0;
};

/// Registers that the guest places (7.5.1.2.1).
struct PciBar {
  unsigned index = 0;   ///< one of 64 bits takes the next, too
  unsigned region = 0;  ///< of the device: its size is a power of two
  bool is_64_bits = false;
  bool is_prefetchable = false;
};

/// Of the PCI Express capability (7.5.3.2).
enum class PciExpressKind : uint8_t {
  Endpoint = 0,
  RootPort = 4,
  IntegratedEndpoint = 9,
};

class PciFunction {
 public:
  PciFunction(Device& device, Platform& platform, api::PciFunctionState& state);
  virtual ~PciFunction() = default;
  PciFunction(const PciFunction&) = delete;
  PciFunction& operator=(const PciFunction&) = delete;

  Device& device() const { return device_; }

  // For the bus. With the machine lock held.

  virtual uint32_t read_config(unsigned offset, unsigned size);
  virtual void write_config(unsigned offset, uint32_t value, unsigned size);

  PciAddress address() const { return address_; }

  /// Whether software finds it.
  bool is_described() const { return is_described_; }

  /// The pins by which it interrupts, from INTA in bit 0 on. Its own is INTA.
  virtual unsigned interrupt_pins() const;

  /// The bus of that number, when it is behind this function; null for one that is not.
  virtual PciBus* find_bus(unsigned) { return nullptr; }

  /// The bus that it is on is reset, or loses its power.
  virtual void reset_by_bus() = 0;

  /// What it consists of, when that is more than the device; in the order of removal.
  virtual std::vector<Device*> devices() { return {&device_}; }

 protected:
  // What a device calls.

  Result<> plug_in(PciBus& bus, std::string& addr, bool is_multifunction);
  void pull_out();
  bool is_plugged_in() const { return bus_ != nullptr; }
  PciBus& bus() const { return *bus_; }

  /// The memory that the function reads and writes, while software lets it (7.5.1.1.3).
  const AddressSpace& dma() const;

  /// Starts the configuration space anew; capabilities and bars follow. Without an identity there
  /// is nothing to be found.
  void describe(const PciIdentity& identity);
  void describe_nothing();
  void add_bar(const PciBar& bar);

  /// That of a window of the function; a higher index is above a lower one.
  int priority(unsigned index) const;

  /// The same for a bridge, without bars.
  void describe_bridge(const PciIdentity& identity);

  /// Says that the function is one of PCI Express, and gives where (7.5.3). What kind of endpoint
  /// it is depends on the bus.
  unsigned add_express();
  unsigned add_express(PciExpressKind kind);
  PciConfig& config() { return config_; }
  const PciConfig& config() const { return config_; }

  /// One message, instead of the pin (7.7.1).
  void add_msi();
  bool has_msi() const;
  void send_msi();

  /// The table is at the beginning of the bar, and what is pending at 0x800. Up to 64 vectors.
  void add_msix(unsigned bar, unsigned vectors);
  uint64_t read_msix(uint64_t offset, unsigned size) const;
  void write_msix(uint64_t offset, uint64_t value, unsigned size);
  bool has_msix() const;
  unsigned vectors() const;

  /// Sends the message of a vector, or keeps it until it may be sent.
  void send(unsigned vector);

  void set_interrupt(bool level);

  void reset_function();
  void function_loaded();

 private:
  bool is_command_set(uint16_t bit) const;
  void place_bars();
  void place(const PciBar& bar);
  void take_back_bars();
  uint64_t address_in(const PciBar& bar) const;
  void clear_msix();
  void msix_loaded();
  bool is_masked(unsigned vector) const;
  void send_pending();
  void deliver(unsigned vector);
  void deliver(uint64_t address, uint32_t data);
  void describe_common(const PciIdentity& identity);

  Device& device_;
  Platform& platform_;
  api::PciFunctionState& pci_state_;
  PciConfig config_;
  PciBus* bus_ = nullptr;
  PciAddress address_;
  bool is_multifunction_ = false;
  bool is_described_ = false;
  std::vector<PciBar> bars_;
  std::vector<Mapping> placed_;
  unsigned msi_ = 0;   // offset of the capability; 0 for none
  unsigned msix_ = 0;  // likewise
  bool is_sending_ = false;
};

}  // namespace vm
