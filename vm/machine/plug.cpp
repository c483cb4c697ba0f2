// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/plug.h"

#include <fmt/format.h>

#include "generated/objects/object_table.h"

#include "vm/devices/device.h"
#include "vm/machine/expansion.h"
#include "vm/machine/resolve.h"
#include "vm/machine/spec_library.h"
#include "vm/object/find.h"
#include "vm/object/object_factory.h"

namespace vm::machine {
namespace {

constexpr std::string_view kPartType = "container";

}  // namespace

Result<std::optional<Plan>> plan_part(Object& root, const api::DeviceAddArgs& args) {
  if (root.factory()->find(args.driver) != nullptr) return std::nullopt;
  SpecLibrary library(shipped_specs());
  const Spec* spec = TRY(library.part(args.driver));
  if (spec == nullptr) return std::nullopt;
  const Object* parent = TRY(find_object(root, args.parent));
  const Object* machine = root.child("machine");
  if (!parent->is_below(*machine))
    return fail(fmt::format("{} is no part of the machine", args.parent));
  const PluggedPart plugged{
      .parent = parent == machine ? std::string() : machine_path(*parent),
      .id = args.id,
      .props = args.properties,
  };
  Expansion expansion =
      TRY(expand_part(*spec, plugged, {.types = object_table(), .specs = library}));
  return std::move(expansion.plan);
}

Result<Object*> resolve_pluggable(Object& root, std::string_view text) {
  const Object* machine = root.child("machine");
  Result<Device*> device = resolve_device(root, text);
  Object* found = nullptr;
  if (device) {
    found = *device;
  } else if (const Result<Object*> part = resolve_object(root, text, kPartType);
             part && *part != machine) {
    found = *part;
  } else {
    return tl::unexpected(std::move(device).error());
  }
  if (found->is_below(*machine)) return found;
  return fail(fmt::format("{} is no part of the machine", text));
}

Result<> check_unpluggable(const Object& object) {
  if (!object.type().hotplug)
    return fail(fmt::format("object type '{}' cannot be unplugged", object.type().name));
  for (const auto& child : object.children()) {
    TRY(check_unpluggable(*child));
  }
  return {};
}

}  // namespace vm::machine
