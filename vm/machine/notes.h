// SPDX-License-Identifier: Apache-2.0
//
// What commands on the machine enter into the ledger, from which query-config comes: the same thing
// by the same name, however it was called, and values with the types they have.

#pragma once

#include "generated/types/device.h"
#include "generated/types/qom.h"

#include "vm/base/result.h"

namespace vm {

class Object;
class Vm;

/// Before the object is removed.
void note_removed(Vm& vm, const Object& object);

/// The property has just been set.
void note_property(Vm& vm, Object& object, const api::QomSetArgs& args);

// What was just done.
void note_device(Vm& vm, const api::DeviceAddArgs& args);
/// With what the part was given, in the types it has.
void note_part(Vm& vm, const api::DeviceAddArgs& args, const qapi::Any& given);
void note_backend(Vm& vm, const api::ObjectAddArgs& args);
void note_mapped(Vm& vm, const api::MapArgs& args);
void note_unmapped(Vm& vm, const api::UnmapArgs& args);
void note_connected(Vm& vm, const api::ConnectArgs& args);
void note_disconnected(Vm& vm, const api::DisconnectArgs& args);

}  // namespace vm
