// SPDX-License-Identifier: Apache-2.0
//
// Interrupts that nobody hears, and gates and controllers that nobody speaks to.

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/lint.h"
#include "vm/machine/wire_book.h"
#include "vm/object/gather.h"

namespace vm::machine {
namespace {

size_t output_ports(const Device& device) {
  const std::span<const PortType> ports = device.type().ports;
  const auto is_output = [](const PortType& port) { return port.kind == PortKind::IrqOut; };
  return static_cast<size_t>(std::count_if(ports.begin(), ports.end(), is_output));
}

/// "uart:irq", or "plic:out" when it is about all elements of an array.
std::string port_name(const WireEnd& end, bool all) {
  const std::string name = to_string(end);
  return all ? name.substr(0, name.rfind('[')) : name;
}

/// One warning for a port none of whose outputs is wired, else one for each that is not. Of a
/// device with other outputs, an array may be left open as a whole: the pins of a chip.
void check_outputs(Device& device, const Warn& warn) {
  std::vector<WireEnd> loose;
  const auto flush = [&](unsigned port) {
    const bool all = loose.size() > 1 && loose.size() == device.count(PortKind::IrqOut, port);
    if (all && output_ports(device) > 1) loose.clear();
    for (const WireEnd& end : loose) {
      warn(device, fmt::format("'{}' is wired to nothing", port_name(end, all)));
      if (all) break;
    }
    loose.clear();
  };
  for_each_element(device, PortKind::IrqOut, [&](const WireEnd& end) {
    if (!loose.empty() && loose.back().element.port != end.element.port)
      flush(loose.back().element.port);
    if (device.irq_out(end.element.port, end.element.index).inputs().empty()) loose.push_back(end);
  });
  if (!loose.empty()) flush(loose.back().element.port);
}

/// What does nothing but hand on the interrupts of others, and has none to hand on.
void check_inputs(Device& device, const WireBook& wires, const Warn& warn) {
  if (output_ports(device) != 1) return;
  size_t inputs = 0;
  size_t driven = 0;
  for_each_element(device, PortKind::IrqIn, [&](const WireEnd& end) {
    ++inputs;
    if (wires.driver(end)) ++driven;
  });
  if (inputs > 0 && driven == 0) {
    warn(device, fmt::format("no input of '{}' is wired", device.name()));
  }
}

}  // namespace

void lint_wires(DryRun& trial, const Warn& warn) {
  for (Device* device : gather<Device>(trial.machine())) {
    check_outputs(*device, warn);
    check_inputs(*device, trial.wires(), warn);
  }
}

}  // namespace vm::machine
