// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/resolve.h"

#include <fmt/format.h>

#include "vm/base/article.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"
#include "vm/machine/expand_range.h"
#include "vm/object/alias.h"
#include "vm/object/find.h"

namespace vm {
namespace {

constexpr std::string_view kBelowMachine = "/machine/";

std::string_view word(PortKind kind) {
  switch (kind) {
    case PortKind::Mmio: return "region";
    case PortKind::IrqIn: return "input";
    case PortKind::IrqOut: return "output";
  }
  __builtin_unreachable();
}

/// A port of a device, in the numbers that Device takes, and how many elements it has.
struct FoundPort {
  unsigned number;
  unsigned count;
  bool is_array;
};

/// "in[0..95], reset"
std::string list_ports(const Device& device, PortKind kind) {
  std::string list;
  unsigned number = 0;
  for (const PortType& port : device.type().ports) {
    if (port.kind != kind) continue;
    const unsigned count = device.count(kind, number++);
    const std::string range =
        port.is_array ? fmt::format("[0..{}]", static_cast<int>(count) - 1) : "";
    list += fmt::format("{}{}{}", list.empty() ? "" : ", ", port.name, range);
  }
  return list.empty() ? "none" : list;
}

Error no_port(const Device& device, PortKind kind, std::string_view text) {
  return {
      .desc = fmt::format(
          "{} has no {} '{}'; it has {}",
          machine_path(device),
          word(kind),
          text,
          list_ports(device, kind)
      )};
}

Result<FoundPort> find_port_name(
    const Device& device,
    PortKind kind,
    std::string_view name,
    std::string_view text
) {
  unsigned number = 0;
  for (const PortType& port : device.type().ports) {
    if (port.kind != kind) continue;
    if (port.name == name) return FoundPort{number, device.count(kind, number), port.is_array};
    ++number;
  }
  return tl::unexpected(no_port(device, kind, text));
}

/// The one port of that kind, for a text that names none.
Result<std::string_view> only_port(const Device& device, PortKind kind) {
  std::string_view only;
  for (const PortType& port : device.type().ports) {
    if (port.kind != kind) continue;
    if (!only.empty() || port.is_array) {
      return fail(fmt::format(
          "{} has several {}s; name one of {}",
          machine_path(device),
          word(kind),
          list_ports(device, kind)
      ));
    }
    only = port.name;
  }
  if (only.empty()) return fail(fmt::format("{} has no {}", machine_path(device), word(kind)));
  return only;
}

Result<machine::IndexRange> element_range(
    const Device& device,
    PortKind kind,
    const FoundPort& port,
    std::string_view index,
    std::string_view text
) {
  if (index.empty() && !port.is_array) return machine::IndexRange{0, 0};
  if (index.empty() || !port.is_array || !index.ends_with(']')) {
    return tl::unexpected(no_port(device, kind, text));
  }
  index = index.substr(1, index.size() - 2);
  if (index == "*") return machine::IndexRange{0, int64_t{port.count} - 1};
  const machine::IndexRange range = TRY(machine::parse_range(index));
  if (range.last >= int64_t{port.count}) return tl::unexpected(no_port(device, kind, text));
  return range;
}

Result<std::vector<WireEnd>> ports_of(Device& device, std::string_view text, PortKind kind) {
  if (text.empty()) text = TRY(only_port(device, kind));
  const std::string own = TRY(own_name(device, AliasKind::Port, text));
  text = own;
  const size_t bracket = text.find('[');
  const FoundPort port = TRY(find_port_name(device, kind, text.substr(0, bracket), text));
  const std::string_view index = bracket == std::string_view::npos ? "" : text.substr(bracket);
  const machine::IndexRange range = TRY(element_range(device, kind, port, index, text));
  std::vector<WireEnd> ends;
  for (int64_t i = range.first; i <= range.last; ++i) {
    ends.push_back({&device, {kind, port.number, static_cast<unsigned>(i)}});
  }
  return ends;
}

std::pair<std::string_view, std::string_view> split(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {text, ""};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

}  // namespace

std::string machine_path(const Object& object) {
  const std::string path = object.path();
  return path.starts_with(kBelowMachine) ? path.substr(kBelowMachine.size()) : path;
}

Result<Object*> resolve_object(Object& root, std::string_view text, std::string_view type) {
  if (!text.starts_with('/')) {
    Result<Object*> exact = find_object(root, fmt::format("{}{}", kBelowMachine, text), type);
    if (exact) return exact;
  }
  return find_object(root, text, type);
}

Result<Device*> resolve_device(Object& root, std::string_view text) {
  return resolve_object(root, text, "device").map([](Object* object) {
    return static_cast<Device*>(object);
  });
}

AddressSpace* as_space(Device& device) {
  auto* space = dynamic_cast<devices::AddressSpaceDevice*>(&device);
  return space == nullptr ? nullptr : &space->space();
}

Result<AddressSpace*> resolve_space(Object& root, std::string_view text) {
  Device* device = TRY(resolve_device(root, text));
  if (AddressSpace* space = as_space(*device)) return space;
  return fail(fmt::format(
      "{} is {}, not an address space",
      machine_path(*device),
      with_article(device->type().name)
  ));
}

Result<std::vector<WireEnd>> resolve_ports(Object& root, std::string_view text, PortKind kind) {
  const auto [name, port] = split(text);
  Device* device = TRY(resolve_device(root, name));
  return ports_of(*device, port, kind);
}

Result<std::string> region_name(Object& root, std::string_view text) {
  const auto [name, port] = split(text);
  Device* device = TRY(resolve_device(root, name));
  if (port.empty() && as_space(*device) != nullptr) return machine_path(*device);
  const std::vector<WireEnd> regions = TRY(ports_of(*device, port, PortKind::Mmio));
  if (regions.size() != 1) return fail(fmt::format("'{}': one region is expected", text));
  return to_string(regions[0]);
}

Result<Mapping> resolve_region(Object& root, std::string_view text) {
  const auto [name, port] = split(text);
  Device* device = TRY(resolve_device(root, name));
  Mapping mapping;
  mapping.space = port.empty() ? as_space(*device) : nullptr;
  if (mapping.space != nullptr) return mapping;
  const std::vector<WireEnd> regions = TRY(ports_of(*device, port, PortKind::Mmio));
  if (regions.size() != 1) return fail(fmt::format("'{}': one region is expected", text));
  mapping.region = &device->region(regions[0].element.port, regions[0].element.index);
  return mapping;
}

}  // namespace vm
