// SPDX-License-Identifier: Apache-2.0
//
// The guest stands still while what it can see changes. What is added to a machine that is ready is
// hot-plugged.

#include "generated/commands/device.h"

#include "generated/phases/phases.h"

#include "vm/base/must.h"
#include "vm/devices/device.h"
#include "vm/machine/apply.h"
#include "vm/machine/notes.h"
#include "vm/machine/plug.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"

namespace vm {

Result<> commands::device_add(Vm& vm, const api::DeviceAddArgs& args) {
  GuestPause pause(vm);
  const bool hotplugged = api::is_machine_ready(api::vm_phase(vm));
  if (const auto part = TRY(machine::plan_part(vm.root(), args))) {
    TRY(machine::apply(*part, vm.builder(), hotplugged));
    note_part(vm, args, part->params);
  } else {
    TRY(vm.builder().add_device(args, hotplugged));
    note_device(vm, args);
  }
  // What is there earlier is reset when the machine is done.
  if (hotplugged) vm.reset(*must(find_object(vm.root(), args.parent))->child(args.id));
  return {};
}

Result<> commands::device_del(Vm& vm, const api::DeviceDelArgs& args) {
  GuestPause pause(vm);
  note_removed(vm, *TRY(machine::resolve_pluggable(vm.root(), args.id)));
  return vm.builder().remove_device(args, api::is_machine_ready(api::vm_phase(vm)));
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
