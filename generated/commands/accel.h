// Generated from schema/accel.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/accel.cpp.

#pragma once

#include "generated/types/accel.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Chooses what will execute guest code: the first of the list that takes the machine.
///
/// Returns which one it is, and why those before it are not
qapi::Result<api::AccelChoice> accel_set(vm::Vm& vm, const api::AccelSetArgs& args);

/// Reports the outcome of accel-set.
///
/// Returns the accelerator, and those that were refused
qapi::Result<api::AccelChoice> query_accel(vm::Vm& vm);

}  // namespace vm::commands
