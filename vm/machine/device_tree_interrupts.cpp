// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_interrupts.h"

#include <algorithm>

#include "vm/devices/aplic.h"
#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/devices/riscv_hart.h"

namespace vm::machine {
namespace {

// sifive,plic-1.0.0: a context that interrupts nothing.
constexpr uint32_t kNoInterrupt = UINT32_MAX;

// Binding interrupt-controller/interrupts: level-sensitive, active when high.
constexpr uint32_t kLevelHigh = 4;

const PortType* port_type(const WireEnd& input) {
  unsigned number = 0;
  for (const PortType& port : input.device->type().ports) {
    if (port.kind == PortKind::IrqIn && number++ == input.element.port) return &port;
  }
  return nullptr;
}

bool is_gpio(const Device& device) {
  return has_fdt_property(device.type(), "gpio-controller");
}

void write_extended(const std::vector<Interrupt>& interrupts, FdtNode& node) {
  std::vector<uint32_t> cells;
  for (const Interrupt& interrupt : interrupts) {
    cells.push_back(interrupt.parent);
    interrupt.append_to(cells);
  }
  node.set_cells("interrupts-extended", cells);
}

}  // namespace

bool has_fdt_property(const ObjectType& type, std::string_view name) {
  return std::any_of(
      type.fdt_properties.begin(),
      type.fdt_properties.end(),
      [&](const auto& property) { return property.name == name; }
  );
}

uint32_t Interrupts::add_controller(const Object& object) {
  const auto [found, is_new] = phandles_.try_emplace(&object);
  if (is_new) found->second = new_phandle();
  return found->second;
}

std::optional<uint32_t> Interrupts::phandle(const Object& object) const {
  const auto found = phandles_.find(&object);
  return found == phandles_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Interrupt> Interrupts::at(const WireEnd& input) const {
  const PortType* port = port_type(input);
  const Object* controller = input.device;
  // An input of a cluster is one of each of its harts.
  if (const auto* cluster = dynamic_cast<const RiscvCluster*>(input.device)) {
    controller = cluster->harts().at(input.element.index);
  }
  // What devices are wired to delegates to the domain that an operating system uses.
  const auto* aplic = dynamic_cast<const Aplic*>(input.device);
  if (aplic != nullptr) controller = &aplic->last_domain();
  const std::optional<uint32_t> parent = phandle(*controller);
  if (!parent || port == nullptr) return std::nullopt;
  const auto cell =
      port->fdt_cell >= 0 ? static_cast<uint32_t>(port->fdt_cell) : input.element.index;
  if (aplic != nullptr || is_gpio(*input.device)) return Interrupt{*parent, cell, kLevelHigh};
  return Interrupt{*parent, cell};
}

std::optional<Interrupt> Interrupts::of(Device& device, PortElement output) const {
  for (const IrqInput& input : device.irq_out(output.port, output.index).inputs()) {
    if (const std::optional<Interrupt> found = at(end_of(input))) return found;
  }
  return std::nullopt;
}

std::vector<Interrupt> Interrupts::all_of(Device& device) const {
  std::vector<Interrupt> found;
  for_each_element(device, PortKind::IrqOut, [&](const WireEnd& output) {
    if (const std::optional<Interrupt> interrupt = of(device, output.element))
      found.push_back(*interrupt);
  });
  return found;
}

/// The position of an output is the number of its context, so none can be left out.
std::vector<Interrupt> Interrupts::outputs_of_controller(Device& device) const {
  std::vector<Interrupt> found;
  for_each_element(device, PortKind::IrqOut, [&](const WireEnd& output) {
    const uint32_t any_parent = phandles_.begin()->second;
    found.push_back(of(device, output.element).value_or(Interrupt{any_parent, kNoInterrupt}));
  });
  return found;
}

void Interrupts::describe(Device& device, FdtNode& node) const {
  // Of the outputs of a GPIO controller, those that are pins interrupt nobody.
  if (phandle(device) && !is_gpio(device)) {
    const std::vector<Interrupt> outputs = outputs_of_controller(device);
    if (!outputs.empty()) write_extended(outputs, node);
    return;
  }
  const std::vector<Interrupt> interrupts = all_of(device);
  if (interrupts.empty()) return;
  const uint32_t parent = interrupts.front().parent;
  const bool is_one_parent =
      std::all_of(interrupts.begin(), interrupts.end(), [&](const auto& each) {
        return each.parent == parent;
      });
  if (!is_one_parent) return write_extended(interrupts, node);
  std::vector<uint32_t> cells;
  for (const Interrupt& interrupt : interrupts) {
    interrupt.append_to(cells);
  }
  node.set_cells("interrupt-parent", {parent});
  node.set_cells("interrupts", cells);
}

}  // namespace vm::machine
