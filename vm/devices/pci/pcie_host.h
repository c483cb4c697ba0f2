// SPDX-License-Identifier: Apache-2.0
//
// PcieHost is the root of a PCI Express hierarchy: bus 0, and the way to the configuration spaces
// of all functions.

#pragma once

#include "generated/objects/pcie_host.h"

#include "vm/devices/pci/pci_bus.h"

namespace vm {

class PcieHost final : public Typed<PciBus, api::PcieHostProps, api::PcieHostState> {
 public:
  static constexpr unsigned kLines = PciAddress::kPins;

  AddressSpace& memory() override { return *memory_; }
  const AddressSpace& dma() const override { return *dma_; }

  AddressSpace* io() override { return io_; }
  bool is_in_root_complex() const override { return true; }
  CardSlot* card_slot() override { return nullptr; }

  void reset() override {}
  void update_interrupts() override;
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override;
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override;

  // What is part of the root complex is there before there is a guest.
  Result<> on_machine_done() override;
  void on_machine_undone() override { is_open_ = true; }

 protected:
  Result<> on_realize() override;
  void on_unrealize() override;
  Places places() const override;
  Result<> check_open(PciAddress place) const override;

 private:
  PciBus* find_bus(unsigned number);

  bool is_open_ = true;
  AddressSpace* memory_ = nullptr;
  AddressSpace* io_ = nullptr;
  const AddressSpace* dma_ = nullptr;
};

}  // namespace vm
