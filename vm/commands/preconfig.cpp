// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/preconfig.h"

#include "runtime/dispatch/dispatcher.h"
#include "vm/machine/vm.h"

namespace vm {

Result<> commands::x_exit_preconfig(Vm& vm) {
  return vm.dispatcher().walk_to_goal({});
}

}  // namespace vm
