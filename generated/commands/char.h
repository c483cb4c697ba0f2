// Generated from schema/char.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/char.cpp.

#pragma once

#include <string>
#include <vector>

#include "generated/types/char.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Creates a character backend, under /objects.
///
/// Returns what came of it
qapi::Result<api::ChardevReturn> chardev_add(vm::Vm& vm, const api::ChardevAddArgs& args);

/// Destroys a character backend. No device may be using it.
qapi::Result<> chardev_remove(vm::Vm& vm, const api::ChardevRemoveArgs& args);

/// Lists the character backends.
///
/// Returns the backends
qapi::Result<std::vector<api::ChardevInfo>> query_chardev(vm::Vm& vm);

/// Adds bytes to what a ring buffer holds, as if they had been sent. The oldest go when there
/// is no room.
qapi::Result<> ringbuf_write(vm::Vm& vm, const api::RingbufWriteArgs& args);

/// Takes bytes out of a ring buffer, the oldest first.
///
/// Returns the bytes
qapi::Result<std::string> ringbuf_read(vm::Vm& vm, const api::RingbufReadArgs& args);

}  // namespace vm::commands
