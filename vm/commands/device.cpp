// SPDX-License-Identifier: Apache-2.0
//
// The guest stands still while what it can see changes.

#include "generated/commands/device.h"

#include "vm/machine/vm.h"

namespace vm {

Result<> commands::device_add(Vm& vm, const api::DeviceAddArgs& args) {
  GuestPause pause(vm);
  return vm.builder().add_device(args, vm.is_ready());
}

Result<> commands::device_del(Vm& vm, const api::DeviceDelArgs& args) {
  GuestPause pause(vm);
  return vm.builder().remove_device(args, vm.is_ready());
}

Result<> commands::map(Vm& vm, const api::MapArgs& args) {
  GuestPause pause(vm);
  return vm.builder().map(args);
}

Result<> commands::unmap(Vm& vm, const api::UnmapArgs& args) {
  GuestPause pause(vm);
  return vm.builder().unmap(args);
}

Result<> commands::connect(Vm& vm, const api::ConnectArgs& args) {
  GuestPause pause(vm);
  return vm.builder().connect(args);
}

Result<> commands::disconnect(Vm& vm, const api::DisconnectArgs& args) {
  GuestPause pause(vm);
  return vm.builder().disconnect(args);
}

}  // namespace vm
