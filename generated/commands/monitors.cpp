// Generated from qapigen/monitors.json by codegen/templates/shipped_commands.cpp.j2.  Do not edit.

#include "generated/commands/monitors.h"

#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm::commands {

qapi::Result<> monitor_add(vm::Vm& vm, const api::MonitorOptions& args) {
  return qapi::base::monitor_add<qapi::Result<>>(vm, args);
}

qapi::Result<> monitor_del(vm::Vm& vm, const api::MonitorDelArgs& args) {
  return qapi::base::monitor_del<qapi::Result<>>(vm, args);
}

qapi::Result<std::vector<api::MonitorInfo>> query_monitors(vm::Vm& vm) {
  return qapi::base::query_monitors<qapi::Result<std::vector<api::MonitorInfo>>>(vm);
}

}  // namespace vm::commands
