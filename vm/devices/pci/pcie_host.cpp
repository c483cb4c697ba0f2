// SPDX-License-Identifier: Apache-2.0
//
// The enhanced configuration access mechanism is PCI Express Base Specification 5.0, 7.2.2; how
// pins come to lines, table 2-20 in 2.2.8.1.

#include "vm/devices/pci/pcie_host.h"

#include <fmt/format.h>

#include "vm/devices/address_space.h"
#include "vm/devices/pci/pci_function.h"

namespace vm {
namespace {

constexpr auto kIntx = static_cast<unsigned>(api::PcieHostPort::kIntx);

constexpr unsigned kNumberShift = 12;
constexpr unsigned kNumberMask = 0xff;
constexpr unsigned kBusShift = 20;
constexpr unsigned kBusMask = 0xff;
constexpr unsigned kOffsetMask = 0xfff;

// Device 0 stays free for the host bridge itself.
constexpr unsigned kFirstDevice = 1;

constexpr uint64_t kNothing = UINT64_MAX;

unsigned number_at(uint64_t offset) {
  return offset >> kNumberShift & kNumberMask;
}

AddressSpace* space_of(const Link& link) {
  auto* const device = link.get<devices::AddressSpaceDevice>();
  return device != nullptr ? &device->space() : nullptr;
}

}  // namespace

void PcieHost::update_interrupts() {
  const unsigned pins = pins_of_functions();
  for (unsigned line = 0; line < kLines; ++line) {
    irq_out(kIntx, line).set((pins >> line & 1) != 0);
  }
}

/// Bus 0 is ours, all others are behind bridges (7.3.3).
PciBus* PcieHost::find_bus(unsigned number) {
  if (number == 0) return this;
  for (unsigned i = 0; i < PciAddress::kNumbers; ++i) {
    PciBus* found = function(i) != nullptr ? function(i)->find_bus(number) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

uint64_t PcieHost::mmio_read(unsigned, uint64_t offset, unsigned size) {
  PciBus* const bus = find_bus(offset >> kBusShift & kBusMask);
  if (bus == nullptr || size > 4) return kNothing;
  return bus->read_function(number_at(offset), offset & kOffsetMask, size);
}

void PcieHost::mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) {
  PciBus* const bus = find_bus(offset >> kBusShift & kBusMask);
  if (bus == nullptr || size > 4) return;
  const auto word = static_cast<uint32_t>(value);
  bus->write_function(number_at(offset), offset & kOffsetMask, word, size);
}

PciBus::Places PcieHost::places() const {
  return {.first = kFirstDevice, .end = PciAddress::kDevices};
}

Result<> PcieHost::check_open(PciAddress) const {
  if (is_open_) return {};
  return fail(fmt::format("{} takes nothing while there is a guest; root ports do", path()));
}

Result<> PcieHost::on_machine_done() {
  is_open_ = false;
  return {};
}

Result<> PcieHost::on_realize() {
  TRY(PciBus::on_realize());
  memory_ = space_of(props_.memory);
  if (memory_ == nullptr) return fail(path() + ": 'memory' must name an address space");
  dma_ = space_of(props_.space);
  if (dma_ == nullptr) return fail(path() + ": 'space' must name an address space");
  io_ = space_of(props_.io);
  return {};
}

void PcieHost::on_unrealize() {
  memory_ = nullptr;
  io_ = nullptr;
  dma_ = nullptr;
}

Result<std::unique_ptr<Object>> create_pcie_host(Platform&) {
  return std::make_unique<PcieHost>();
}

}  // namespace vm
