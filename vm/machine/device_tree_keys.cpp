// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_keys.h"

#include <optional>
#include <utility>

#include "generated/objects/gpio_key.h"

#include "vm/devices/device.h"
#include "vm/machine/wire_book.h"
#include "vm/object/gather.h"

namespace vm::machine {
namespace {

constexpr std::string_view kType = "gpio-key";

// Binding gpio/gpio: what the second cell of a specifier says.
constexpr uint32_t kActiveHigh = 0;
constexpr uint32_t kActiveLow = 1;

/// The phandle of a controller, and the number of the pin.
using Pin = std::pair<uint32_t, uint32_t>;

std::optional<Pin> pin_of(Device& key, const Interrupts& interrupts) {
  for (const IrqInput& input : key.irq_out(0).inputs()) {
    const WireEnd end = end_of(input);
    const std::optional<uint32_t> phandle = interrupts.phandle(*end.device);
    if (!phandle || !has_fdt_property(end.device->type(), "gpio-controller")) continue;
    return Pin(*phandle, end.element.index);
  }
  return std::nullopt;
}

void add_key(Device& key, const Pin& pin, FdtNode& keys) {
  const auto& props = *static_cast<const api::GpioKeyProps*>(key.props_data());
  FdtNode& node = keys.child(key.name());
  if (!props.label.empty()) node.set("label", props.label);
  node.set_cells("linux,code", {props.linux_code});
  node.set_cells("gpios", {pin.first, pin.second, props.active_low ? kActiveLow : kActiveHigh});
  node.set_cells("debounce-interval", {props.debounce_interval});
}

}  // namespace

void add_gpio_keys(Object& machine, const Interrupts& interrupts, FdtNode& root) {
  FdtNode* keys = nullptr;
  for (Device* key : gather<Device>(machine)) {
    if (key->type().name != kType) continue;
    const std::optional<Pin> pin = pin_of(*key, interrupts);
    if (!pin) continue;
    if (keys == nullptr) {
      keys = &root.child("gpio-keys");
      keys->set("compatible", "gpio-keys");
    }
    add_key(*key, *pin, *keys);
  }
}

}  // namespace vm::machine
