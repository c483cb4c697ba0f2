// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/port.h"

#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

std::string_view word(PortKind kind) {
  switch (kind) {
    case PortKind::Mmio: return "region";
    case PortKind::IrqIn: return "input";
    case PortKind::IrqOut: return "output";
  }
  return {};
}

std::vector<const PortType*> ports_of(const Device& device, PortKind kind) {
  std::vector<const PortType*> found;
  for (const PortType& port : device.type().ports) {
    if (port.kind == kind) found.push_back(&port);
  }
  return found;
}

/// `in[10]` taken apart.
struct Spelled {
  std::string_view name;
  std::optional<unsigned> index;
};

Result<Spelled> take_apart(std::string_view text) {
  size_t bracket = text.find('[');
  if (bracket == std::string_view::npos) return Spelled{.name = text, .index = {}};
  unsigned index = 0;
  const char* end = text.data() + text.size() - 1;
  auto [stop, error] = std::from_chars(text.data() + bracket + 1, end, index);
  if (error != std::errc() || stop != end || *end != ']') {
    return fail(
        fmt::format("'{}' is not a port: a name, then '[n]' for an element of an array", text)
    );
  }
  return Spelled{.name = text.substr(0, bracket), .index = index};
}

Result<unsigned> find_name(const Device& device, PortKind kind, std::string_view name) {
  std::vector<const PortType*> ports = ports_of(device, kind);
  if (name.empty() && ports.size() == 1) return 0;
  std::vector<std::string_view> names;
  for (unsigned i = 0; i < ports.size(); ++i) {
    if (ports[i]->name == name) return i;
    names.push_back(ports[i]->name);
  }
  if (name.empty())
    return fail(fmt::format("{} has {} {}s: name one", device.name(), ports.size(), word(kind)));
  return fail(fmt::format(
      "{} has no {} '{}'{}",
      device.name(),
      word(kind),
      name,
      qapi::did_you_mean(name, names)
  ));
}

}  // namespace

Result<PortElement> find_port(const Device& device, PortKind kind, std::string_view spelled) {
  Spelled parts = TRY(take_apart(spelled));
  unsigned number = TRY(find_name(device, kind, parts.name));
  const PortType& port = *ports_of(device, kind)[number];
  unsigned count = device.count(kind, number);
  if (parts.index.has_value() != port.is_array) {
    std::string_view advice = port.is_array ? "is an array: name an element" : "is no array";
    return fail(fmt::format("{}:{} {}", device.name(), port.name, advice));
  }
  unsigned index = parts.index.value_or(0);
  if (index >= count) {
    return fail(
        fmt::format("{}:{} has no element {}: there are {}", device.name(), port.name, index, count)
    );
  }
  return PortElement{.kind = kind, .port = number, .index = index};
}

std::string to_string(const Device& device, const PortElement& element) {
  const PortType& port = *ports_of(device, element.kind)[element.port];
  if (!port.is_array) return fmt::format("{}:{}", device.name(), port.name);
  return fmt::format("{}:{}[{}]", device.name(), port.name, element.index);
}

}  // namespace vm
