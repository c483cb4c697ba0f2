// Generated from schema/keys.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/keys.cpp.

#pragma once

#include "generated/types/keys.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Presses keys together, and lets them go after a while. It answers when they are down. A key
/// that is down already stays so for that while. The guest hears of them if it has a driver for
/// the device that they are on.
///
/// Errors: if no device of the machine has all of them
qapi::Result<> send_key(vm::Vm& vm, const api::SendKeyArgs& args);

}  // namespace vm::commands
