// SPDX-License-Identifier: Apache-2.0

#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"
#include "vm/devices/card_slot.h"
#include "vm/devices/pci/pci_bus.h"
#include "vm/devices/pci/pcie_host.h"
#include "vm/devices/virtio/virtio_bus.h"
#include "vm/object/gather.h"

namespace vm::fuzz {
namespace {

class Hierarchy {
 public:
  explicit Hierarchy(FuzzedDataProvider& input) : input_(input) {
    for (const Creatable& type : types_of("pcie-host")) {
      world_.build(type, {{"memory", "made0"}, {"space", "made0"}});
    }
    for (int i = input_.ConsumeIntegralInRange(1, 4); i > 0; --i) {
      add_function();
    }
  }

  World& world() { return world_; }

  /// A function, on any bus; or the device of one that is a transport.
  void add_function() {
    static const std::vector<Creatable> functions = types_that_link("bus", "pci-bus");
    static const std::vector<Creatable> devices = types_that_link("bus", "virtio-bus");
    const std::vector<PciBus*> buses = found<PciBus>();
    if (buses.empty()) return;
    add(pick(functions, input_), *pick(buses, input_));
    for (VirtioBus* transport : found<VirtioBus>()) {
      if (transport->device() == nullptr && input_.ConsumeBool()) {
        add(pick(devices, input_), *transport);
      }
    }
  }

  void access_config() {
    const std::lock_guard hold(world_.platform.machine_lock());
    for (PcieHost* host : found<PcieHost>()) {
      const unsigned size = 1u << input_.ConsumeIntegralInRange(0, 2);
      const auto bus = input_.ConsumeIntegralInRange<uint64_t>(0, 3);
      const auto number = input_.ConsumeIntegralInRange<uint64_t>(0, 3);
      const uint64_t function = input_.ConsumeIntegralInRange(0, 15) == 0 ? 1 : 0;
      const uint64_t offset = input_.ConsumeIntegral<uint8_t>() / size * size;
      const uint64_t at = bus << 20 | number << 15 | function << 12 | offset;
      if (input_.ConsumeIntegralInRange(0, 7) == 0) (void)host->mmio_read(0, at, size);
      host->mmio_write(0, at, pick_number(input_, 8 * size), size);
    }
  }

  /// Somebody plugs or pulls a card, or presses the button.
  void use_slot() {
    const std::vector<CardSlot*> slots = found<CardSlot>();
    if (slots.empty()) return;
    const std::lock_guard hold(world_.platform.machine_lock());
    CardSlot& slot = *pick(slots, input_);
    switch (input_.ConsumeIntegralInRange(0, 2)) {
      case 0: slot.update_presence(); break;
      case 1: (void)slot.ask(); break;
      default: slot.stop_asking(); break;
    }
  }

 private:
  template <typename Kind>
  std::vector<Kind*> found() {
    std::vector<Kind*> all;
    for (Device* device : world_.devices()) {
      if (auto* one = dynamic_cast<Kind*>(device); one != nullptr) all.push_back(one);
    }
    return all;
  }

  void add(const Creatable& type, const Device& bus) {
    qapi::Json properties = world_.bench().properties_for(type);
    properties["bus"] = bus.name();
    properties.erase("addr");
    world_.build(type, world_.vary(type, std::move(properties), input_));
  }

  FuzzedDataProvider& input_;
  World world_;
};

}  // namespace

void pci(FuzzedDataProvider& input) {
  Hierarchy hierarchy(input);
  World& world = hierarchy.world();
  while (world.wants_more(input)) {
    switch (input.ConsumeIntegralInRange(0, 15)) {
      case 0: hierarchy.use_slot(); break;
      case 1: hierarchy.add_function(); break;
      case 2:
      case 3:
      case 4:
      case 5: world.play(*pick(world.devices(), input), input); break;
      default: hierarchy.access_config(); break;
    }
  }
}

}  // namespace vm::fuzz
