// Generated from schema/config-diff.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/config_diff.cpp.

#pragma once

#include "generated/types/config_diff.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Compares the machine and its backends, as they are, with those that a configuration or a
/// description would make. Nothing is changed, and nothing that the configuration names outside
/// of the program is opened.
///
/// Returns the differences; none when it would be the same machine
qapi::Result<api::ConfigDiff> config_diff(vm::Vm& vm, const api::ConfigDiffArgs& args);

}  // namespace vm::commands
