// SPDX-License-Identifier: Apache-2.0
//
// A root port is a function of bus 0 (7.5.1.3), a bus, and a slot with native hot plug (6.7).

#include "generated/objects/pcie_root_port.h"

#include <algorithm>

#include <fmt/format.h>

#include "vm/devices/card_slot.h"
#include "vm/devices/pci/bridge_windows.h"
#include "vm/devices/pci/pci_function.h"
#include "vm/devices/pci/pcie_host.h"

namespace vm {
namespace {

constexpr PciIdentity kIdentity{.vendor = 0x1b36, .device = 0x000c, .class_code = 0x06'04'00};
constexpr unsigned kBusNumbers = 0x00ff'ffff;
constexpr unsigned kWindows = 6;  // behind the bars
constexpr uint16_t kBridgeControlWritable = pci::kSecondaryBusReset | 3;

// In the PCI Express capability (7.5.3).
constexpr unsigned kFlags = 2;
constexpr unsigned kLinkCapabilities = 0x0c;
constexpr unsigned kLinkControl = 0x10;
constexpr unsigned kLinkStatus = 0x12;
constexpr unsigned kSlot = 0x14;
constexpr unsigned kRootControl = 0x1c;
constexpr uint32_t kHasSlot = 1u << 8;
constexpr uint32_t kReportsLink = 1u << 20;
constexpr uint32_t kLinkDisable = 1u << 4;
constexpr uint32_t kLinkControlWritable = 0xd0;
constexpr uint32_t kLinkActive = 1u << 13;
constexpr uint32_t kRootControlWritable = 0xf;

constexpr CardSlot::Features kFeatures{
    .capabilities = slot::kAttentionButton | slot::kPowerController | slot::kAttentionIndicator |
                    slot::kPowerIndicator | slot::kSurprise | slot::kHotPlug,
    .events = slot::kButtonPressed | slot::kPowerFault | slot::kPresenceChanged |
              slot::kCommandCompleted | slot::kLinkChanged,
};

/// What was added to the machine as one, and holds the device: the largest part that is not around
/// the port, too. Null for what is in the machine no more.
Object* unit_of(Device& device, Object& port) {
  if (&device.root() != &port.root()) return nullptr;
  Object* unit = &device;
  while (!port.is_below(*unit->parent())) {
    unit = unit->parent();
  }
  return unit;
}

class PcieRootPort final : public Typed<PciBus, api::PcieRootPortProps, api::PcieRootPortState>,
                           public PciFunction,
                           public CardSlot {
 public:
  explicit PcieRootPort(Platform& platform)
      : PciFunction(*this, platform, state_.pci),
        CardSlot(*this, platform, state_.card_slot, kFeatures) {}

  void reset() override {
    windows_.take_back();
    reset_function();
    reset_slot();
  }

  void on_loaded() override {
    function_loaded();
    was_interrupting_ = is_slot_interrupting();
    place_windows();
  }

  std::vector<AddressSpace*> inner_spaces() override { return {&memory_, &io_}; }

  // As a bus.

  AddressSpace& memory() override { return memory_; }
  AddressSpace* io() override { return &io_; }
  const AddressSpace& dma() const override { return is_link_up() ? PciFunction::dma() : nowhere(); }
  bool is_in_root_complex() const override { return false; }
  CardSlot* card_slot() override { return this; }
  void update_interrupts() override {
    if (is_plugged_in()) bus().update_interrupts();
  }

  uint32_t read_function(unsigned number, unsigned offset, unsigned size) override {
    // Nobody answers: the same as no function.
    return is_link_up() ? PciBus::read_function(number, offset, size) : UINT32_MAX;
  }

  void write_function(unsigned number, unsigned offset, uint32_t value, unsigned size) override {
    if (is_link_up()) PciBus::write_function(number, offset, value, size);
  }

  // As a function.

  unsigned interrupt_pins() const override {
    return PciFunction::interrupt_pins() | (is_link_up() ? pins_of_functions() : 0);
  }

  PciBus* find_bus(unsigned number) override {
    return config().get(pci::kSecondaryBus, 1) == number ? this : nullptr;
  }

  void write_config(unsigned offset, uint32_t value, unsigned size) override {
    const unsigned control = config().get(pci::kBridgeControl, 2);
    const bool was_up = is_link_up();
    PciFunction::write_config(offset, value, size);
    const unsigned registers = express_ + kSlot;
    if (offset >= registers && offset < registers + slot::kEnd)
      write_slot(offset - registers, value, size);
    if (is_link_up() != was_up) raise(slot::kLinkChanged);
    const unsigned begun = config().get(pci::kBridgeControl, 2) & ~control;
    const bool is_lost = was_up && !is_link_up();
    if (is_lost || (begun & pci::kSecondaryBusReset) != 0) reset_by_bus();
    on_slot_changed();
  }

  /// Whatever is above us is above them.
  void reset_by_bus() override {
    for (unsigned i = 0; i < PciAddress::kFunctions; ++i) {
      if (PciFunction* each = function(i)) each->reset_by_bus();
    }
  }

  // As a slot.

  bool has_card() const override {
    const PciFunction* first = function(0);
    return first != nullptr && first->is_described() &&
           &first->device().root() == &PciFunction::device().root();
  }

  std::vector<Object*> cards() override {
    std::vector<Object*> found;
    for (unsigned i = 0; i < PciAddress::kFunctions; ++i) {
      if (function(i) == nullptr) continue;
      for (Device* device : function(i)->devices()) {
        Object* unit = unit_of(*device, *this);
        const bool is_new = std::find(found.begin(), found.end(), unit) == found.end();
        if (unit != nullptr && is_new) found.push_back(unit);
      }
    }
    return found;
  }

 protected:
  Result<> on_realize() override {
    TRY(PciBus::on_realize());
    auto* const host = props_.bus.get<PcieHost>();
    if (host == nullptr) return fail(path() + ": 'bus' must name the root of a PCI hierarchy");
    TRY(plug_in(*host, props_.addr, props_.multifunction));
    describe_port();
    return {};
  }

  void on_unrealize() override {
    windows_.take_back();
    pull_out();
  }

  // A link leads to one device (7.3.1).
  Places places() const override { return {.first = 0, .end = 1}; }

  Result<> check_open(PciAddress) const override {
    if (!is_present()) return {};
    return fail(fmt::format(
        "function 0 of {} is there already; while there is a guest it comes last",
        path()
    ));
  }

  bool is_link_up() const override {
    const bool is_disabled = (config().get(express_ + kLinkControl, 2) & kLinkDisable) != 0;
    return is_present() && has_power() && !is_disabled;
  }

  bool has_power_fault() const override { return props_.power_fault; }

  Result<> on_property_changed(std::string_view) override {
    power_fault_changed();
    if (!is_link_up()) reset_by_bus();
    return {};
  }

  void on_slot_changed() override {
    const auto registers = static_cast<uint32_t>(slot_registers() >> 32);
    config().show(express_ + kSlot + slot::kControl, registers, 4);
    config().show(express_ + kLinkStatus, is_link_up() ? kLinkActive : 0, 2);
    place_windows();
    update_own_interrupt();
    update_interrupts();
  }

 private:
  void describe_port() {
    describe_bridge(kIdentity);
    config().let_write(pci::kPrimaryBus, kBusNumbers, 4);
    config().let_write(
        pci::kCommand,
        pci::kIoEnable | pci::kMemoryEnable | pci::kBusMaster | pci::kInterruptDisable,
        2
    );
    config().let_write(pci::kBridgeControl, kBridgeControlWritable, 2);
    BridgeWindows::describe(config());
    express_ = add_express(PciExpressKind::RootPort);
    config().set(express_ + kFlags, config().get(express_ + kFlags, 2) | kHasSlot, 2);
    const uint32_t link = config().get(express_ + kLinkCapabilities, 4);
    config().set(express_ + kLinkCapabilities, link | kReportsLink, 4);
    config().let_write(express_ + kLinkControl, kLinkControlWritable, 2);
    config().let_show(express_ + kLinkStatus, kLinkActive, 2);
    const uint32_t number = uint32_t{props_.slot} << slot::kNumberShift;
    config().set(express_ + kSlot, static_cast<uint32_t>(slot_registers()) | number, 4);
    config().let_show(express_ + kSlot + slot::kControl, UINT32_MAX, 4);
    config().let_write(express_ + kRootControl, kRootControlWritable, 2);
    add_msi();
  }

  void place_windows() {
    if (!is_plugged_in()) return;
    if (!is_link_up()) return windows_.take_back();
    const BridgedSpaces memory{.outer = &bus().memory(), .inner = &memory_};
    const BridgedSpaces io{.outer = bus().io(), .inner = &io_};
    windows_.place(config(), memory, io, priority(kWindows));
  }

  /// A message says that something is there to be seen that was not before (6.7.3.4).
  void update_own_interrupt() {
    const bool is_new = is_slot_interrupting() && !was_interrupting_;
    was_interrupting_ = is_slot_interrupting();
    if (has_msi() && is_new) send_msi();
    set_interrupt(was_interrupting_ && !has_msi());
  }

  AddressSpace memory_{"memory"};
  AddressSpace io_{"io"};
  BridgeWindows windows_;
  unsigned express_ = 0;
  bool was_interrupting_ = false;
};

}  // namespace

Result<std::unique_ptr<Object>> create_pcie_root_port(Platform& platform) {
  return std::make_unique<PcieRootPort>(platform);
}

}  // namespace vm
