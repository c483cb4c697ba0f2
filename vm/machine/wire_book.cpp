// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/wire_book.h"

#include <cassert>

#include "vm/devices/device.h"
#include "vm/machine/resolve.h"

namespace vm {
namespace {

IrqInput input_of(const WireEnd& end) {
  return {end.device, end.element.port, end.element.index};
}

IrqOutput& output_of(const WireEnd& end) {
  return end.device->irq_out(end.element.port, end.element.index);
}

}  // namespace

void for_each_element(
    Device& device,
    PortKind kind,
    const std::function<void(const WireEnd& end)>& visit
) {
  unsigned port = 0;
  for (const PortType& type : device.type().ports) {
    if (type.kind != kind) continue;
    for (unsigned i = 0; i < device.count(kind, port); ++i) {
      visit({&device, {kind, port, i}});
    }
    ++port;
  }
}

WireEnd end_of(const IrqInput& input) {
  return {dynamic_cast<Device*>(input.sink), {PortKind::IrqIn, input.port, input.index}};
}

std::string to_string(const WireEnd& end) {
  const std::string local = to_string(*end.device, end.element);
  return machine_path(*end.device) + local.substr(end.device->name().size());
}

WireBook::Key WireBook::key(const WireEnd& input) {
  return {input.device, input.element.port, input.element.index};
}

void WireBook::connect(const Wire& wire) {
  [[maybe_unused]] const bool is_new = by_input_.emplace(key(wire.to), wire).second;
  assert(is_new);
  output_of(wire.from).connect(input_of(wire.to));
}

void WireBook::disconnect(const Wire& wire) {
  by_input_.erase(key(wire.to));
  output_of(wire.from).disconnect(input_of(wire.to));
}

std::vector<Wire> WireBook::forget(const Object& part) {
  std::vector<Wire> forgotten;
  std::erase_if(by_input_, [&](const auto& entry) {
    const Wire& wire = entry.second;
    if (!wire.from.device->is_below(part) || !wire.to.device->is_below(part)) return false;
    forgotten.push_back(wire);
    return true;
  });
  return forgotten;
}

void WireBook::recall(const std::vector<Wire>& wires) {
  for (const Wire& wire : wires) {
    by_input_.emplace(key(wire.to), wire);
  }
}

std::optional<WireEnd> WireBook::driver(const WireEnd& input) const {
  const auto found = by_input_.find(key(input));
  if (found == by_input_.end()) return std::nullopt;
  return found->second.from;
}

std::optional<Wire> WireBook::find_crossing(const Object& part) const {
  for (const auto& [input, wire] : by_input_) {
    if (wire.from.device->is_below(part) != wire.to.device->is_below(part)) return wire;
  }
  return std::nullopt;
}

}  // namespace vm
