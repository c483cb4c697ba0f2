// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/jobs.h"

#include "vm/machine/jobs.h"
#include "vm/machine/vm.h"

namespace vm {

Result<std::vector<api::JobInfo>> commands::query_jobs(Vm& vm) {
  return vm.jobs().list();
}

Result<> commands::job_cancel(Vm& vm, const api::JobCancelArgs& args) {
  return vm.jobs().cancel(args.id);
}

Result<> commands::job_dismiss(Vm& vm, const api::JobDismissArgs& args) {
  return vm.jobs().dismiss(args.id);
}

}  // namespace vm
