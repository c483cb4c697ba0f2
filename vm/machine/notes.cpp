// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/notes.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/base/must.h"
#include "vm/devices/device.h"
#include "vm/machine/resolve.h"
#include "vm/machine/vm.h"
#include "vm/object/alias.h"
#include "vm/object/find.h"
#include "vm/object/link.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

using qapi::Any;
using qapi::Json;

/// The paths that a property links to, without names of other emulators in them.
Json link_paths(Object& object, const PropertyType& property) {
  Json paths = Json::array();
  const auto collect = [](void* user, Link& link) {
    const std::string path = link.target != nullptr ? link.target->path() : link.path;
    static_cast<Json*>(user)->push_back(path.ends_with(link.path) ? link.path : path);
  };
  property.links(object, collect, &paths);
  return paths;
}

/// The present value of a property, in our words.
Json value_of(Object& object, const std::string& name) {
  Json value = must(qapi::parse_json(must(get_property(object, name))));
  const PropertyType& property = *object.type().find_property(name);
  if (property.links == nullptr) return value;
  Json paths = link_paths(object, property);
  if (value.is_array()) return paths;
  return value.is_string() && paths.size() == 1 ? paths[0] : value;
}

/// The name of a property without the brackets of an element, and its present value.
std::pair<std::string, Json> property_of(Object& object, const std::string& given) {
  std::string name = must(own_name(object, AliasKind::Property, given));
  name.resize(std::min(name.find('['), name.size()));
  Json value = value_of(object, name);
  return {std::move(name), std::move(value)};
}

/// With the properties that were given; `arguments` are the others.
void note_added(Vm& vm, Object& object, const Any& properties, Any arguments) {
  for (const auto& [given, value] : properties.json().items()) {
    if (meaning_of(object, AliasKind::Property, given).empty()) continue;  // it says nothing
    auto [name, typed] = property_of(object, given);
    arguments.json()[name] = std::move(typed);
  }
  vm.ledger().note({object.path()}, std::move(arguments));
}

/// What device_add has just made.
Object& device_of(Vm& vm, const api::DeviceAddArgs& args) {
  return *must(find_object(vm.root(), args.parent))->child(args.id);
}

Any add_arguments(Vm& vm, const Object& device, std::string_view driver) {
  Any arguments(Json{{"driver", driver}, {"id", device.name()}});
  const Object* parent = device.parent();
  if (parent != &vm.machine()) arguments.json()["parent"] = parent->path();
  return arguments;
}

/// "/machine/uart0:irq"
std::string path_of(std::string_view name) {
  return name.starts_with('/') ? std::string(name) : fmt::format("/machine/{}", name);
}

struct Window {
  qapi::Ledger::Subject subject;
  Any arguments;
};

/// What map and unmap have in common.
template <typename Args>
Window window_of(Vm& vm, const Args& args) {
  const std::string region = must(region_name(vm.root(), args.region));
  const std::string into = machine_path(*must(resolve_device(vm.root(), args.into)));
  Any arguments(Json{{"region", region}, {"at", args.at}, {"into", into}});
  return {{path_of(region), path_of(into), fmt::format("{:#x}", args.at)}, std::move(arguments)};
}

template <typename Args>
void note_wires(Vm& vm, const Args& args) {
  const auto from = must(resolve_ports(vm.root(), args.from, PortKind::IrqOut));
  const auto to = must(resolve_ports(vm.root(), args.to, PortKind::IrqIn));
  for (size_t i = 0; i < from.size(); ++i) {
    const std::string start = to_string(from[i]);
    const std::string end = to_string(to[i]);
    vm.ledger().note({path_of(start), path_of(end)}, Any(Json{{"from", start}, {"to", end}}));
  }
}

}  // namespace

void note_device(Vm& vm, const api::DeviceAddArgs& args) {
  Object& device = device_of(vm, args);
  note_added(vm, device, args.properties, add_arguments(vm, device, device.type().name));
}

void note_part(Vm& vm, const api::DeviceAddArgs& args, const Any& given) {
  const Object& part = device_of(vm, args);
  Any arguments = add_arguments(vm, part, args.driver);
  arguments.json().update(given.json());
  vm.ledger().note({part.path()}, std::move(arguments));
}

void note_backend(Vm& vm, const api::ObjectAddArgs& args) {
  Object& backend = *vm.objects().child(args.id);
  Any arguments(Json{{"qom-type", backend.type().name}, {"id", args.id}});
  note_added(vm, backend, args.properties, std::move(arguments));
}

void note_removed(Vm& vm, const Object& object) {
  vm.ledger().note({object.path()}, Any(Json{{"id", machine_path(object)}}));
}

void note_property(Vm& vm, Object& object, const api::QomSetArgs& args) {
  auto [name, value] = property_of(object, args.property);
  const std::string path = object.path();
  Any arguments(Json{{"path", path}, {"property", name}, {"value", std::move(value)}});
  vm.ledger().note({path, name}, std::move(arguments));
}

void note_mapped(Vm& vm, const api::MapArgs& args) {
  auto [subject, arguments] = window_of(vm, args);
  if (args.offset != 0) arguments.json()["offset"] = args.offset;
  if (args.size) arguments.json()["size"] = *args.size;
  if (args.priority != 0) arguments.json()["priority"] = args.priority;
  vm.ledger().note(std::move(subject), std::move(arguments));
}

void note_unmapped(Vm& vm, const api::UnmapArgs& args) {
  auto [subject, arguments] = window_of(vm, args);
  vm.ledger().note(std::move(subject), std::move(arguments));
}

void note_connected(Vm& vm, const api::ConnectArgs& args) {
  note_wires(vm, args);
}

void note_disconnected(Vm& vm, const api::DisconnectArgs& args) {
  note_wires(vm, args);
}

}  // namespace vm
