// Generated from qapigen/journal.json by codegen/templates/shipped_commands.cpp.j2.  Do not edit.

#include "generated/commands/journal.h"

#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm::commands {

qapi::Result<api::ConfigExport> query_config(vm::Vm& vm, const api::QueryConfigArgs& args) {
  return qapi::base::query_config<qapi::Result<api::ConfigExport>>(vm, args);
}

qapi::Result<api::JournalInfo> query_journal(vm::Vm& vm) {
  return qapi::base::query_journal<qapi::Result<api::JournalInfo>>(vm);
}

qapi::Result<> journal_open(vm::Vm& vm, const api::JournalOpenArgs& args) {
  return qapi::base::journal_open<qapi::Result<>>(vm, args);
}

}  // namespace vm::commands
