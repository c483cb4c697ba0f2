// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/device.h"

#include <cassert>

#include <fmt/format.h>

namespace vm {
namespace {

constexpr uint64_t kMostElements = 1 << 16;

std::string element_name(const PortType& port, unsigned index) {
  return port.is_array ? fmt::format("{}[{}]", port.name, index) : std::string(port.name);
}

}  // namespace

Region& Device::region(unsigned port, unsigned index) {
  assert(port < regions_.size() && index < regions_[port].size());
  return regions_[port][index];
}

IrqOutput& Device::irq_out(unsigned port, unsigned index) {
  assert(port < outputs_.size() && index < outputs_[port].size());
  return outputs_[port][index];
}

unsigned Device::count(PortKind kind, unsigned port) const {
  switch (kind) {
    case PortKind::Mmio: return static_cast<unsigned>(regions_.at(port).size());
    case PortKind::IrqIn: return input_counts_.at(port);
    case PortKind::IrqOut: return static_cast<unsigned>(outputs_.at(port).size());
  }
  return 0;
}

uint64_t Device::mmio_read(unsigned, uint64_t, unsigned) {
  return 0;
}
void Device::mmio_write(unsigned, uint64_t, uint64_t, unsigned) {}
void Device::irq_input(unsigned, unsigned, bool) {}

Result<> Device::on_configure() {
  regions_.clear();
  outputs_.clear();
  input_counts_.clear();
  for (const PortType& port : type().ports) {
    TRY(add_port(port));
  }
  return {};
}

Result<> Device::add_port(const PortType& port) {
  uint64_t elements = port.is_array ? port.count.of(*this) : 1;
  if (elements > kMostElements) {
    return fail(fmt::format(
        "{}:{} would have {} elements, more than {}",
        name(),
        port.name,
        elements,
        kMostElements
    ));
  }
  auto number = static_cast<unsigned>(elements);
  switch (port.kind) {
    case PortKind::Mmio: add_regions(port, number); break;
    case PortKind::IrqIn: input_counts_.push_back(number); break;
    case PortKind::IrqOut: outputs_.emplace_back(number); break;
  }
  return {};
}

void Device::add_regions(const PortType& port, unsigned number) {
  unsigned first_index = 0;
  for (const std::vector<Region>& before : regions_) {
    first_index += static_cast<unsigned>(before.size());
  }
  std::vector<Region>& elements = regions_.emplace_back();
  for (unsigned i = 0; i < number; ++i) {
    elements.push_back({
        .name = fmt::format("{}:{}", name(), element_name(port, i)),
        .size = port.size.of(*this),
        .host = nullptr,  // memory is the device's to give
        .readonly = port.region_kind == RegionKind::Rom,
        .handler = port.region_kind == RegionKind::Io ? this : nullptr,
        .index = first_index + i,
    });
  }
}

}  // namespace vm
