// Generated from schema/device.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/device.cpp.

#pragma once

#include <vector>

#include "generated/types/device.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Adds a device to the machine. Before the machine is ready the device is cold-plugged: to the
/// guest it has always been there. From then on it is hot-plugged, which only some types can
/// be.
///
/// A part of a machine is added as a whole: all that its description holds, or nothing. What is
/// in it are children of an object with the given id, and it can be removed as a whole again.
qapi::Result<> device_add(vm::Vm& vm, const api::DeviceAddArgs& args);

/// Takes a device away, or a part with all that is in it. While the guest uses the slot that it
/// is in, the guest is asked to let go of it first: the device is gone when DEVICE_DELETED says
/// so, and stays when DEVICE_UNPLUG_GUEST_ERROR does. Until then it is among those that
/// query-hotplug lists; asking once more asks the guest once more. All functions of a card go
/// together. What is in no slot is removed at once, as by device-remove.
qapi::Result<> device_del(vm::Vm& vm, const api::DeviceDelArgs& args);

/// Removes a device, or a part with all that is in it, without asking the guest. It must not be
/// mapped, wired or linked to by another; what is in a slot goes with its windows and wires. Of
/// a card in a root port all functions go, once the guest knows of it.
qapi::Result<> device_remove(vm::Vm& vm, const api::DeviceRemoveArgs& args);

/// Lists the devices that the guest was asked to let go of, and has not answered for.
///
/// Returns the devices
qapi::Result<std::vector<api::PendingUnplug>> query_hotplug(vm::Vm& vm);

/// Makes a region, or a whole address space, appear at an address of an address space. Two
/// windows may overlap only at different priorities.
qapi::Result<> map(vm::Vm& vm, const api::MapArgs& args);

/// Takes a window out of an address space.
qapi::Result<> unmap(vm::Vm& vm, const api::UnmapArgs& args);

/// Wires an output to an input. An output can drive several inputs; an input has one driver.
qapi::Result<> connect(vm::Vm& vm, const api::ConnectArgs& args);

/// Takes a wire away.
qapi::Result<> disconnect(vm::Vm& vm, const api::DisconnectArgs& args);

}  // namespace vm::commands
