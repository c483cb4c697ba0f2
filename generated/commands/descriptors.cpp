// Generated from qapigen/descriptors.json by codegen/templates/shipped_commands.cpp.j2.  Do not
// edit.

#include "generated/commands/descriptors.h"

#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm::commands {

qapi::Result<> getfd(vm::Vm& vm, const api::GetfdArgs& args) {
  return qapi::base::getfd<qapi::Result<>>(vm, args);
}

qapi::Result<> closefd(vm::Vm& vm, const api::ClosefdArgs& args) {
  return qapi::base::closefd<qapi::Result<>>(vm, args);
}

qapi::Result<api::AddfdInfo> add_fd(vm::Vm& vm, const api::AddFdArgs& args) {
  return qapi::base::add_fd<qapi::Result<api::AddfdInfo>>(vm, args);
}

qapi::Result<> remove_fd(vm::Vm& vm, const api::RemoveFdArgs& args) {
  return qapi::base::remove_fd<qapi::Result<>>(vm, args);
}

qapi::Result<std::vector<api::FdsetInfo>> query_fdsets(vm::Vm& vm) {
  return qapi::base::query_fdsets<qapi::Result<std::vector<api::FdsetInfo>>>(vm);
}

}  // namespace vm::commands
