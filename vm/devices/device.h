// SPDX-License-Identifier: Apache-2.0
//
// Device is what can be mapped, wired and reset. Its regions and ports are those of its schema
// entry: they exist from `configured` on, because their number and size may be properties.

#pragma once

#include <vector>

#include "vm/irq/irq.h"
#include "vm/memory/address_space.h"
#include "vm/object/object.h"

namespace vm {

class CardSlot;

class Device : public Object, public MmioHandler, public IrqSink {
 public:
  /// Returns to the state of power-on. Called with the CPUs stopped and the machine lock held.
  virtual void reset() = 0;

  /// Called once all is mapped and wired, before the first reset: the time for what depends on
  /// other parts of the machine.
  virtual Result<> on_machine_done() { return {}; }

  /// Takes back what on_machine_done() did, also if that failed.
  virtual void on_machine_undone() {}

  /// The slot that it is in by way of the bus that it is on; null for none.
  virtual CardSlot* slot() const { return nullptr; }

  /// Address spaces that are no objects, which the guest has the device show in others: what is
  /// behind a bridge. Each has a name.
  virtual std::vector<AddressSpace*> inner_spaces() { return {}; }

  // Regions and ports, by their index among those of their kind in the schema, and by element.
  Region& region(unsigned port, unsigned index = 0);
  IrqOutput& irq_out(unsigned port, unsigned index = 0);

  /// How many elements a port has; 1 for one that is no array.
  unsigned count(PortKind kind, unsigned port) const;

  // Devices with registers or inputs override these.
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override;
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override;
  void irq_input(unsigned port, unsigned index, bool level) override;

 protected:
  /// Makes regions and ports. A class that overrides it calls this first.
  Result<> on_configure() override;

 private:
  Result<> add_port(const PortType& port);
  void add_regions(const PortType& port, unsigned count);

  std::vector<std::vector<Region>> regions_;
  std::vector<std::vector<IrqOutput>> outputs_;
  std::vector<unsigned> input_counts_;
};

}  // namespace vm
