// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/builder.h"

#include <functional>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "vm/devices/card_slot.h"
#include "vm/devices/device.h"
#include "vm/machine/plug.h"
#include "vm/machine/resolve.h"
#include "vm/machine/windows.h"
#include "vm/object/alias.h"
#include "vm/object/find.h"
#include "vm/object/name.h"
#include "vm/object/property_access.h"
#include "vm/object/realize_order.h"

namespace vm {
namespace {

/// Says which object of a description an error is about, or which value of it.
Error locate(const NewObject& object, Error error) {
  const auto found = object.property_origins.find(error.path.substr(0, error.path.find('[')));
  const std::string& origin =
      found == object.property_origins.end() ? object.origin : found->second;
  if (!origin.empty()) error.desc = origin + ": " + error.desc;
  return error;
}

void set_properties(
    Object& object,
    const NewObject& given,
    qapi::CompatPolicy compat,
    std::vector<Error>& errors
) {
  const qapi::Reader in(given.properties.json(), given.properties.spelling(), errors, compat);
  std::set<std::string, std::less<>> names;
  for (const auto& [name, json] : given.properties.json().items()) {
    const qapi::Reader value = in.member(name, json);
    const std::string own = own_name(object, AliasKind::Property, name).value_or(name);
    // Of what has no counterpart, there can be several.
    if (own.empty() || names.insert(own).second) {
      set_property(object, name, value);
    } else {
      value.fail(fmt::format("Parameter '{}' is given by another name too", own));
    }
  }
  for (const PropertyType& property : object.type().properties) {
    if (property.mandatory && !names.contains(property.name)) {
      errors.push_back(
          {.desc = fmt::format("Parameter '{}' is missing", property.name),
           .path = std::string(property.name)}
      );
    }
  }
}

/// An object that was taken out of the tree: retires when it can no longer come back.
struct Removed {
  explicit Removed(Object::Detached object) : detached(std::move(object)) {}
  ~Removed() {
    if (detached.object != nullptr) detached.object->retire();
  }
  Removed(const Removed&) = delete;
  Removed& operator=(const Removed&) = delete;

  Object::Detached detached;
};

/// A telemetry property: not for set_property, which speaks for users.
void set_hotplugged(Object& object) {
  const PropertyType* property = object.type().find_property("hotplugged");
  if (property == nullptr) return;
  std::vector<Error> errors;
  const qapi::Json value = true;
  property->set(object, qapi::Reader(value, qapi::Spelling::Json, errors));
}

}  // namespace

Object& Builder::machine() {
  return *root_.child("machine");
}

Result<std::vector<Object*>> Builder::build(std::span<const NewObject> batch) {
  qapi::UndoLog::Scope scope(undo_);
  std::vector<Object*> objects;
  std::vector<Error> errors;
  for (const NewObject& each : batch) {
    Result<Object*> object = create(each);
    if (object) {
      objects.push_back(*object);
    } else {
      errors.push_back(locate(each, std::move(object).error()));
    }
  }
  if (!errors.empty()) return tl::unexpected(qapi::combine(std::move(errors)));
  TRY(configure(objects, batch));
  if (is_draft_) {
    TRY(check_links(objects, batch));
  } else {
    TRY(realize(objects, batch));
  }
  scope.commit();
  return objects;
}

Result<Object*> Builder::prepare(const NewObject& object) {
  qapi::UndoLog::Scope scope(undo_);
  Result<Object*> made = create(object);
  if (!made) return tl::unexpected(locate(object, std::move(made).error()));
  TRY(configure({&*made, 1}, {&object, 1}));
  scope.commit();
  return made;
}

Result<Object*> Builder::create(const NewObject& object) {
  const ObjectType* type = TRY(factory_.expect(object.type, object.base));
  if (object.hotplugged && !type->hotplug) {
    return fail(fmt::format("object type '{}' cannot be hot-plugged", type->name));
  }
  TRY(check_object_name(object.name));
  Object* parent = object.parent;
  if (parent == nullptr) parent = TRY(find_object(root_, object.parent_path));
  std::unique_ptr<Object> made = TRY(factory_.create(*type));
  Object* child = TRY(parent->add_child(object.name, std::move(made)));
  undo_.add([parent, child] { parent->remove_child(*child); });
  if (object.hotplugged) set_hotplugged(*child);
  return child;
}

Result<> Builder::configure(std::span<Object* const> objects, std::span<const NewObject> batch) {
  std::vector<Error> errors;
  for (size_t i = 0; i < objects.size(); ++i) {
    std::vector<Error> of_one;
    set_properties(*objects[i], batch[i], factory_.compat_policy(), of_one);
    for (Error& error : of_one) {
      errors.push_back(locate(batch[i], std::move(error)));
    }
  }
  if (!errors.empty()) return tl::unexpected(qapi::combine(std::move(errors)));
  for (size_t i = 0; i < objects.size(); ++i) {
    Result<> done = objects[i]->configure();
    if (!done) errors.push_back(locate(batch[i], std::move(done).error()));
  }
  if (errors.empty()) return {};
  return tl::unexpected(qapi::combine(std::move(errors)));
}

/// What realize() would find wrong without touching the host.
Result<> Builder::check_links(std::span<Object* const> objects, std::span<const NewObject> batch) {
  std::vector<Error> errors;
  for (size_t i = 0; i < objects.size(); ++i) {
    for (Error& error : objects[i]->broken_links()) {
      errors.push_back(locate(batch[i], std::move(error)));
    }
  }
  if (!errors.empty()) return tl::unexpected(qapi::combine(std::move(errors)));
  TRY(realize_order(objects));
  return {};
}

Result<> Builder::realize(std::span<Object* const> objects, std::span<const NewObject> batch) {
  const std::vector<Object*> order = TRY(realize_order(objects));
  for (Object* object : order) {
    Result<> done = object->realize();
    if (done) continue;
    for (size_t i = 0; i < objects.size(); ++i) {
      if (objects[i] == object) return tl::unexpected(locate(batch[i], std::move(done).error()));
    }
    return done;
  }
  return {};
}

Result<> Builder::remove(Object& object) {
  TRY(object.check_unused());
  if (const std::optional<Wire> wire = wires_.find_crossing(object)) {
    return fail(fmt::format("{} is wired to {}", to_string(wire->from), to_string(wire->to)));
  }
  TRY(check_unmapped(machine(), object));
  // What is inside goes with its wires: those that leave it were refused above.
  std::vector<Wire> inside = wires_.forget(object);
  Object* const parent = object.parent();
  // The undo log lets go of it when nothing can bring it back; until then it works on, unseen.
  const auto removed = std::make_shared<Removed>(parent->detach_child(object));
  undo_.add([this, parent, removed, inside = std::move(inside)] {
    parent->attach_child(std::move(removed->detached));
    wires_.recall(inside);
  });
  return {};
}

Result<> Builder::pull(Object& object) {
  qapi::UndoLog::Scope scope(undo_);
  while (const std::optional<Wire> wire = wires_.find_crossing(object)) {
    wires_.disconnect(*wire);
    undo_.add([this, wire] { wires_.connect(*wire); });
  }
  for (const PlacedWindow& each : windows_crossing(machine(), object)) {
    each.into->unmap(each.window);
    undo_.add([each] { (void)each.into->map(each.window); });
  }
  TRY(remove(object));
  scope.commit();
  return {};
}

Result<> Builder::add_device(const api::DeviceAddArgs& args, bool hotplugged) {
  Object* parent = TRY(find_object(root_, args.parent));
  if (!parent->is_below(machine()))
    return fail(fmt::format("{} is no part of the machine", args.parent));
  const NewObject device{
      .type = args.driver,
      // A container is no device, but parts of machines are made of them: a plan can be carried out
      // command by command.
      .base = args.driver == "container" ? "object" : "device",
      .parent = parent,
      .name = args.id,
      .properties = args.properties,
      .hotplugged = hotplugged,
  };
  TRY(build({&device, 1}));
  return {};
}

Result<> Builder::remove_device(const api::DeviceRemoveArgs& args, bool hotplugged) {
  Object* object = TRY(machine::resolve_pluggable(root_, args.id));
  if (hotplugged) TRY(machine::check_unpluggable(*object));
  return slot_of(*object) != nullptr ? pull(*object) : remove(*object);
}

Result<> Builder::map(const api::MapArgs& args) {
  Mapping window = TRY(resolve_region(root_, args.region));
  AddressSpace* into = TRY(resolve_space(root_, args.into));
  if (args.size && *args.size == 0) return fail("a window must not be empty");
  window.at = args.at;
  window.offset = args.offset;
  window.size = args.size.value_or(0);
  window.priority = args.priority;
  TRY(into->map(window));
  undo_.add([into, window] { into->unmap(window); });
  return {};
}

Result<> Builder::unmap(const api::UnmapArgs& args) {
  const Mapping wanted = TRY(resolve_region(root_, args.region));
  AddressSpace* into = TRY(resolve_space(root_, args.into));
  for (const Mapping& window : into->mappings()) {
    if (window.region != wanted.region || window.space != wanted.space || window.at != args.at)
      continue;
    const Mapping removed = window;
    into->unmap(removed);
    undo_.add([into, removed] { (void)into->map(removed); });
    return {};
  }
  return fail(fmt::format("'{}' is not mapped at {:#x} into '{}'", args.region, args.at, args.into)
  );
}

Result<> Builder::connect(const api::ConnectArgs& args) {
  const std::vector<WireEnd> from = TRY(resolve_ports(root_, args.from, PortKind::IrqOut));
  const std::vector<WireEnd> to = TRY(resolve_ports(root_, args.to, PortKind::IrqIn));
  if (from.size() != to.size()) {
    return fail(fmt::format(
        "'{}' has {} elements and '{}' has {}",
        args.from,
        from.size(),
        args.to,
        to.size()
    ));
  }
  qapi::UndoLog::Scope scope(undo_);
  for (size_t i = 0; i < from.size(); ++i) {
    TRY(connect_one({from[i], to[i]}));
  }
  scope.commit();
  return {};
}

Result<> Builder::connect_one(const Wire& wire) {
  if (const std::optional<WireEnd> driver = wires_.driver(wire.to)) {
    return fail(fmt::format(
        "{} is already driven by {}; an or-gate joins several outputs",
        to_string(wire.to),
        to_string(*driver)
    ));
  }
  wires_.connect(wire);
  undo_.add([this, wire] { wires_.disconnect(wire); });
  return {};
}

Result<> Builder::disconnect(const api::DisconnectArgs& args) {
  const std::vector<WireEnd> from = TRY(resolve_ports(root_, args.from, PortKind::IrqOut));
  const std::vector<WireEnd> to = TRY(resolve_ports(root_, args.to, PortKind::IrqIn));
  if (from.size() != to.size()) {
    return fail(fmt::format(
        "'{}' has {} elements and '{}' has {}",
        args.from,
        from.size(),
        args.to,
        to.size()
    ));
  }
  for (size_t i = 0; i < from.size(); ++i) {
    if (wires_.driver(to[i]) != from[i]) {
      return fail(fmt::format("no wire leads from {} to {}", to_string(from[i]), to_string(to[i])));
    }
  }
  for (size_t i = 0; i < from.size(); ++i) {
    const Wire wire{from[i], to[i]};
    wires_.disconnect(wire);
    undo_.add([this, wire] { wires_.connect(wire); });
  }
  return {};
}

}  // namespace vm
