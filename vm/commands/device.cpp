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
#include "vm/devices/card_slot.h"
#include "vm/machine/apply.h"
#include "vm/machine/notes.h"
#include "vm/machine/plug.h"
#include "vm/machine/unplug.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"
#include "vm/object/gather.h"

namespace vm {
namespace {

Result<> remove(Vm& vm, Object& object, bool is_hot) {
  const std::string path = object.path();
  note_removed(vm, object);
  TRY(vm.builder().remove_device({.id = path}, is_hot));
  return {};
}

}  // namespace

Result<> commands::device_add(Vm& vm, const api::DeviceAddArgs& args) {
  GuestPause pause(vm);
  const bool hotplugged = api::is_machine_ready(api::vm_phase(vm));
  Object* parent = TRY(find_object(vm.root(), args.parent));
  auto* slot = dynamic_cast<CardSlot*>(parent);
  if (slot != nullptr && slot->has_card())
    return fail(fmt::format("{} holds '{}' already", parent->path(), slot->cards()[0]->name()));
  if (const auto part = TRY(machine::plan_part(vm.root(), args))) {
    TRY(machine::apply(*part, vm.builder(), hotplugged));
    note_part(vm, args, part->params);
  } else {
    TRY(vm.builder().add_device(args, hotplugged));
    note_device(vm, args);
  }
  if (!hotplugged) return {};
  // What is there earlier is reset when the machine is done.
  Object& added = *parent->child(args.id);
  vm.reset(added);
  if (CardSlot* plugged = slot_of(added)) update_presence(vm, *plugged);
  return {};
}

Result<> commands::device_del(Vm& vm, const api::DeviceDelArgs& args) {
  Object& object = *TRY(machine::resolve_pluggable(vm.root(), args.id));
  CardSlot* slot = slot_of(object);
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
  CardSlot* slot = slot_of(object);
  if (!api::is_machine_ready(api::vm_phase(vm))) {
    TRY(remove(vm, object, false));
    return {};
  }
  // A card that the guest has been told of goes as a whole.
  const bool is_card = slot != nullptr && slot->is_present();
  std::vector<api::DeviceDeletedEvent> events;
  for (Object* each : is_card ? slot->cards() : std::vector{&object}) {
    events.push_back({.device = each->name(), .path = each->path()});
    TRY(remove(vm, *each, true));
  }
  if (slot != nullptr) update_presence(vm, *slot);
  for (const api::DeviceDeletedEvent& event : events) {
    api::emit_device_deleted(vm.events(), event);
  }
  return {};
}

Result<std::vector<api::PendingUnplug>> commands::query_hotplug(Vm& vm) {
  std::vector<api::PendingUnplug> pending;
  for (CardSlot* slot : gather<CardSlot>(vm.machine())) {
    if (!slot->is_asked()) continue;
    for (const Object* card : slot->cards()) {
      pending.push_back({.device = card->name(), .path = card->path(), .slot = slot->slot_path()});
    }
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
