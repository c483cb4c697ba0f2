// Generated from schema/compat.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/compat.cpp.

#pragma once

#include "generated/types/compat.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Chooses what happens to what will go one day, and to what may change any day. These are
/// commands, arguments, values of enums, properties, members of answers, and events with the
/// feature `deprecated` or `unstable`. A name that another emulator has for one of ours, of an
/// object type, a property, a port or a path, is deprecated input too. What is not given is as
/// it was at the start, where all is accepted. `query-qmp-schema` always shows all.
qapi::Result<> set_compat(vm::Vm& vm, const api::SetCompatArgs& args);

}  // namespace vm::commands
