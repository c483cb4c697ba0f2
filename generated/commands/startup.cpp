// Generated from qapigen/startup.json by codegen/templates/shipped_commands.cpp.j2.  Do not edit.

#include "generated/commands/startup.h"

#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm::commands {

qapi::Result<> until_phase(vm::Vm& vm, const api::UntilPhaseArgs& args) {
  return qapi::base::until_phase<qapi::Result<>>(vm, args);
}

qapi::Result<> script_run(vm::Vm& vm, const api::ScriptRunArgs& args) {
  return qapi::base::script_run<qapi::Result<>>(vm, args);
}

qapi::Result<> config_load(vm::Vm& vm, const api::ConfigLoadArgs& args) {
  return qapi::base::config_load<qapi::Result<>>(vm, args);
}

}  // namespace vm::commands
