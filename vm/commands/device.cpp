// SPDX-License-Identifier: Apache-2.0
//
// The guest stands still while what it can see changes. What is added to a machine that is ready is
// hot-plugged.

#include "generated/commands/device.h"

#include "generated/phases/phases.h"

#include "vm/devices/device.h"
#include "vm/machine/notes.h"
#include "vm/machine/resolve.h"
#include "vm/machine/vm.h"

namespace vm {

Result<> commands::device_add(Vm& vm, const api::DeviceAddArgs& args) {
  GuestPause pause(vm);
  TRY(vm.builder().add_device(args, api::is_machine_ready(api::vm_phase(vm))));
  note_device(vm, args);
  return {};
}

Result<> commands::device_del(Vm& vm, const api::DeviceDelArgs& args) {
  GuestPause pause(vm);
  note_removed(vm, *TRY(resolve_device(vm.root(), args.id)));
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
