// SPDX-License-Identifier: Apache-2.0
//
// In which phases there can be a transaction is the schema's matter, and so the program's; what it
// is, the runtime's.

#include "generated/commands/transactions.h"

#include "runtime/dispatch/dispatcher.h"
#include "vm/machine/vm.h"

namespace vm {

Result<> commands::config_begin(Vm& vm) {
  return vm.dispatcher().begin_transaction();
}

Result<> commands::config_commit(Vm& vm) {
  return vm.dispatcher().commit_transaction();
}

Result<> commands::config_abort(Vm& vm) {
  return vm.dispatcher().abort_transaction();
}

}  // namespace vm
