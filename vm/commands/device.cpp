// SPDX-License-Identifier: Apache-2.0
//
// The guest stands still while what it can see changes. What is added to a machine that is ready is
// hot-plugged.

#include "generated/commands/device.h"

#include <fmt/format.h>

#include "generated/events/device.h"
#include "generated/phases/phases.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json.h"
#include "vm/devices/hotplug_slot.h"
#include "vm/machine/apply.h"
#include "vm/machine/notes.h"
#include "vm/machine/plug.h"
#include "vm/machine/unplug.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"

namespace vm {

Result<> commands::device_add(Vm& vm, const api::DeviceAddArgs& args) {
  GuestPause pause(vm);
  const bool hotplugged = api::is_machine_ready(api::vm_phase(vm));
  Object* parent = TRY(find_object(vm.root(), args.parent));
  auto* slot = dynamic_cast<HotplugSlot*>(parent);
  if (slot != nullptr && slot->card() != nullptr)
    return fail(fmt::format("{} holds '{}' already", slot->path(), slot->card()->name()));
  if (const auto part = TRY(machine::plan_part(vm.root(), args))) {
    TRY(machine::apply(*part, vm.builder(), hotplugged));
    note_part(vm, args, part->params);
  } else {
    TRY(vm.builder().add_device(args, hotplugged));
    note_device(vm, args);
  }
  if (!hotplugged) return {};
  // What is there earlier is reset when the machine is done.
  vm.reset(*parent->child(args.id));
  if (slot != nullptr) plugged_in(vm, *slot);
  return {};
}

Result<> commands::device_del(Vm& vm, const api::DeviceDelArgs& args) {
  Object& object = *TRY(machine::resolve_pluggable(vm.root(), args.id));
  HotplugSlot* slot = slot_of(object);
  const bool is_ready = api::is_machine_ready(api::vm_phase(vm));
  if (is_ready && slot != nullptr && slot->is_in_use()) {
    TRY(machine::check_unpluggable(object));
    ask_to_unplug(vm, *slot, args.timeout);
    return {};
  }
  const qapi::Json arguments = {{"id", object.path()}};
  TRY(vm.dispatcher().dispatch({"device-remove", arguments, {}}));
  return {};
}

Result<> commands::device_remove(Vm& vm, const api::DeviceRemoveArgs& args) {
  GuestPause pause(vm);
  Object& object = *TRY(machine::resolve_pluggable(vm.root(), args.id));
  HotplugSlot* slot = slot_of(object);
  const api::DeviceDeletedEvent event{.device = object.name(), .path = object.path()};
  const bool is_ready = api::is_machine_ready(api::vm_phase(vm));
  note_removed(vm, object);
  TRY(vm.builder().remove_device(args, is_ready));
  if (!is_ready) return {};
  if (slot != nullptr) pulled_out(vm, *slot);
  api::emit_device_deleted(vm.events(), event);
  return {};
}

Result<std::vector<api::PendingUnplug>> commands::query_hotplug(Vm& vm) {
  std::vector<api::PendingUnplug> pending;
  for (const HotplugSlot* slot : slots_of(vm.machine())) {
    if (!slot->is_asked()) continue;
    pending.push_back(
        {.device = slot->card()->name(), .path = slot->card()->path(), .slot = slot->path()}
    );
  }
  return pending;
}

Result<> commands::map(Vm& vm, const api::MapArgs& args) {
  GuestPause pause(vm);
  TRY(vm.builder().map(args));
  note_mapped(vm, args);
  return {};
}

Result<> commands::unmap(Vm& vm, const api::UnmapArgs& args) {
  GuestPause pause(vm);
  TRY(vm.builder().unmap(args));
  note_unmapped(vm, args);
  return {};
}

Result<> commands::connect(Vm& vm, const api::ConnectArgs& args) {
  GuestPause pause(vm);
  TRY(vm.builder().connect(args));
  note_connected(vm, args);
  return {};
}

Result<> commands::disconnect(Vm& vm, const api::DisconnectArgs& args) {
  GuestPause pause(vm);
  TRY(vm.builder().disconnect(args));
  note_disconnected(vm, args);
  return {};
}

}  // namespace vm
