// Generated from schema/balloon.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/balloon.cpp.

#pragma once

#include "generated/types/balloon.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Says how much memory the guest is to keep. It gives the rest back as it can, which takes its
/// time and may not be all: BALLOON_CHANGE tells how far it got.
///
/// Errors: without a balloon DeviceNotActive
qapi::Result<> balloon(vm::Vm& vm, const api::BalloonArgs& args);

/// Reports how much memory the guest has.
///
/// Returns the memory
///
/// Errors: without a balloon DeviceNotActive
qapi::Result<api::BalloonInfo> query_balloon(vm::Vm& vm);

}  // namespace vm::commands
