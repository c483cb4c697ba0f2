// Generated from qapigen/qmp.json by codegen/templates/shipped_commands.cpp.j2.  Do not edit.

#include "generated/commands/qmp.h"

#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm::commands {

qapi::Result<> qmp_capabilities(vm::Vm& vm, const api::QmpCapabilitiesArgs& args) {
  return qapi::base::qmp_capabilities<qapi::Result<>>(vm, args);
}

qapi::Result<api::VersionInfo> query_version(vm::Vm& vm) {
  return qapi::base::query_version<qapi::Result<api::VersionInfo>>(vm);
}

qapi::Result<std::vector<api::CommandInfo>> query_commands(
    vm::Vm& vm,
    const api::QueryCommandsArgs& args
) {
  return qapi::base::query_commands<qapi::Result<std::vector<api::CommandInfo>>>(vm, args);
}

qapi::Result<api::PhasesInfo> query_phases(vm::Vm& vm) {
  return qapi::base::query_phases<qapi::Result<api::PhasesInfo>>(vm);
}

qapi::Result<> quit(vm::Vm& vm) {
  return qapi::base::quit<qapi::Result<>>(vm);
}

}  // namespace vm::commands
