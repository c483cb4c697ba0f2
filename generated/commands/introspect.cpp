// Generated from qapigen/introspect.json by codegen/templates/shipped_commands.cpp.j2.  Do not
// edit.

#include "generated/commands/introspect.h"

#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm::commands {

qapi::Result<qapi::RawJson> query_qmp_schema(vm::Vm& vm) {
  return qapi::base::query_qmp_schema<qapi::Result<qapi::RawJson>>(vm);
}

}  // namespace vm::commands
