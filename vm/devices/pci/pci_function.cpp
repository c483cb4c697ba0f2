// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/pci/pci_function.h"

#include <fmt/format.h>

#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr uint32_t kNothing = UINT32_MAX;

// Of a bar (7.5.1.2.1).
constexpr uint32_t kBar64 = 2u << 1;
constexpr uint32_t kBarPrefetchable = 1u << 3;

constexpr unsigned kBar0 = pci::kBars;
constexpr unsigned kBarEnd = pci::kBars + 6 * 4;

// A bar may be placed above another one: which of them shows is the later one's affair.
constexpr int kFirstPriority = 1;
constexpr unsigned kPriorities = 8;  // of a function

// The PCI Express capability (7.5.3).
constexpr uint8_t kExpressId = 0x10;
constexpr unsigned kExpressFlags = 2;
constexpr unsigned kExpressDevice = 4;
constexpr unsigned kExpressSize = 0x3c;
constexpr unsigned kExpressDeviceControl = 8;
constexpr unsigned kExpressLink = 0x0c;
constexpr unsigned kExpressLinkStatus = 0x12;
constexpr unsigned kExpressLink2 = 0x2c;
constexpr unsigned kExpressLinkControl2 = 0x30;
constexpr uint32_t kExpressVersion = 2;
constexpr uint32_t kRoleBasedErrors = 1u << 15;
// Error reports, ordering, snooping, and the sizes of packets (7.5.3.4).
constexpr uint32_t kDeviceControlWritable = 0x78ff;
constexpr uint32_t kDeviceControlInitial = 0x2810;
// One lane of 2.5 GT/s (7.5.3.6, 7.5.3.18).
constexpr uint32_t kLink = 1u << 4 | 1;
constexpr uint32_t kLinkSpeeds = 1u << 1;

}  // namespace

PciFunction::PciFunction(Device& device, Platform& platform, api::PciFunctionState& state)
    : device_(device),
      platform_(platform),
      pci_state_(state),
      config_(state.config) {}

// Its place.

Result<> PciFunction::plug_in(PciBus& bus, std::string& addr, bool is_multifunction) {
  std::optional<PciAddress> wanted;
  if (!addr.empty()) {
    auto place = PciAddress::parse(addr);
    if (!place) return fail(device_.path() + ": addr: " + place.error().desc);
    wanted = *place;
  }
  address_ = TRY(bus.attach(*this, wanted));
  addr = to_string(address_);
  bus_ = &bus;
  is_multifunction_ = is_multifunction;
  return {};
}

void PciFunction::pull_out() {
  take_back_bars();
  bus_->detach(*this);
  bus_ = nullptr;
}

// Its configuration space.

void PciFunction::describe(const PciIdentity& identity) {
  describe_common(identity);
  config_.set(pci::kSubsystemVendorId, identity.subsystem_vendor, 2);
  config_.set(pci::kSubsystemId, identity.subsystem, 2);
}

void PciFunction::describe_bridge(const PciIdentity& identity) {
  describe_common(identity);
  const uint32_t layout = config_.get(pci::kHeaderType, 1) | pci::kBridgeLayout;
  config_.set(pci::kHeaderType, layout, 1);
}

void PciFunction::describe_common(const PciIdentity& identity) {
  describe_nothing();
  is_described_ = true;
  config_.set(pci::kVendorId, identity.vendor, 2);
  config_.set(pci::kDeviceId, identity.device, 2);
  config_.set(pci::kRevisionId, identity.revision, 1);
  config_.set(pci::kClassCode, identity.class_code, 3);
  config_.set(pci::kInterruptPin, 1, 1);  // INTA
  config_.set(pci::kHeaderType, is_multifunction_ ? pci::kMultifunction : 0, 1);
  config_
      .let_write(pci::kCommand, pci::kMemoryEnable | pci::kBusMaster | pci::kInterruptDisable, 2);
  config_.let_show(pci::kStatus, pci::kInterruptStatus, 2);
  config_.let_write(pci::kInterruptLine, 0xff, 1);
  config_.let_write(pci::kCacheLineSize, 0xff, 1);
}

void PciFunction::describe_nothing() {
  take_back_bars();
  config_.clear();
  bars_.clear();
  pci_state_.msix_table.clear();
  pci_state_.msix_pending = 0;
  msi_ = 0;
  msix_ = 0;
  is_described_ = false;
}

void PciFunction::add_bar(const PciBar& bar) {
  bars_.push_back(bar);
  const unsigned offset = kBar0 + 4 * bar.index;
  const uint64_t mask = ~(device_.region(bar.region).size - 1);
  const uint32_t kind =
      (bar.is_64_bits ? kBar64 : 0) | (bar.is_prefetchable ? kBarPrefetchable : 0);
  config_.set(offset, kind, 4);
  config_.let_write(offset, static_cast<uint32_t>(mask), 4);
  if (bar.is_64_bits) config_.let_write(offset + 4, static_cast<uint32_t>(mask >> 32), 4);
}

unsigned PciFunction::add_express() {
  const bool is_integrated = bus_->is_in_root_complex();
  return add_express(is_integrated ? PciExpressKind::IntegratedEndpoint : PciExpressKind::Endpoint);
}

unsigned PciFunction::add_express(PciExpressKind kind) {
  const unsigned express = config_.add_capability(kExpressId, kExpressSize);
  config_.set(express + kExpressFlags, kExpressVersion | static_cast<uint32_t>(kind) << 4, 2);
  config_.set(express + kExpressDevice, kRoleBasedErrors, 4);
  config_.set(express + kExpressDeviceControl, kDeviceControlInitial, 2);
  config_.let_write(express + kExpressDeviceControl, kDeviceControlWritable, 2);
  if (kind == PciExpressKind::IntegratedEndpoint) return express;
  config_.set(express + kExpressLink, kLink, 4);
  config_.set(express + kExpressLinkStatus, kLink, 2);
  config_.set(express + kExpressLink2, kLinkSpeeds, 4);
  config_.set(express + kExpressLinkControl2, 1, 2);
  return express;
}

uint32_t PciFunction::read_config(unsigned offset, unsigned size) {
  return is_described_ ? config_.get(offset, size) : kNothing;
}

void PciFunction::write_config(unsigned offset, uint32_t value, unsigned size) {
  if (!is_described_) return;
  config_.write(offset, value, size);
  const bool is_command = offset < pci::kStatus && offset + size > pci::kCommand;
  const bool is_bar = offset < kBarEnd && offset + size > kBar0;
  if (is_command || is_bar) place_bars();
  if (is_command) bus_->update_interrupts();
  if (msix_ != 0) send_pending();
}

// Its registers.

uint64_t PciFunction::address_in(const PciBar& bar) const {
  const unsigned offset = kBar0 + 4 * bar.index;
  const uint64_t high = bar.is_64_bits ? config_.get(offset + 4, 4) : 0;
  const uint64_t size = device_.region(bar.region).size;
  return (high << 32 | config_.get(offset, 4)) & ~(size - 1);
}

bool PciFunction::is_command_set(uint16_t bit) const {
  return (config_.get(pci::kCommand, 2) & bit) != 0;
}

const AddressSpace& PciFunction::dma() const {
  return is_command_set(pci::kBusMaster) ? bus_->dma() : bus_->nowhere();
}

void PciFunction::take_back_bars() {
  for (const Mapping& mapping : placed_) {
    bus_->memory().unmap(mapping);
  }
  placed_.clear();
}

void PciFunction::place_bars() {
  take_back_bars();
  if (!is_command_set(pci::kMemoryEnable)) return;
  for (const PciBar& bar : bars_) {
    place(bar);
  }
}

int PciFunction::priority(unsigned index) const {
  return kFirstPriority + static_cast<int>(kPriorities * address_.number() + index);
}

/// Where a bar cannot be, nobody sees it.
void PciFunction::place(const PciBar& bar) {
  const Mapping mapping{
      .region = &device_.region(bar.region),
      .space = nullptr,
      .at = address_in(bar),
      .offset = 0,
      .size = device_.region(bar.region).size,
      .priority = priority(bar.index),
  };
  if (bus_->memory().map(mapping)) placed_.push_back(mapping);
}

// Its interrupts.

void PciFunction::set_interrupt(bool level) {
  if (pci_state_.interrupt == level) return;
  pci_state_.interrupt = level;
  config_.show(pci::kStatus, level ? pci::kInterruptStatus : 0, 2);
  if (bus_ != nullptr) bus_->update_interrupts();
}

unsigned PciFunction::interrupt_pins() const {
  return pci_state_.interrupt && !is_command_set(pci::kInterruptDisable) ? 1 : 0;
}

// Its life.

void PciFunction::reset_function() {
  take_back_bars();
  pci_state_.interrupt = false;
  config_.reset();
  clear_msix();
  if (bus_ != nullptr) bus_->update_interrupts();
}

void PciFunction::function_loaded() {
  config_.bytes_loaded();
  msix_loaded();
  place_bars();
  bus_->update_interrupts();
}

}  // namespace vm
