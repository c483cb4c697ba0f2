// Generated from schema/jobs.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/jobs.cpp.

#pragma once

#include <vector>

#include "generated/types/jobs.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Lists the jobs that have not been dismissed.
///
/// Returns the jobs, the oldest first
qapi::Result<std::vector<api::JobInfo>> query_jobs(vm::Vm& vm);

/// Makes a job stop soon and take back what it did. One that is over already stays as it is.
qapi::Result<> job_cancel(vm::Vm& vm, const api::JobCancelArgs& args);

/// Forgets a job that is over.
qapi::Result<> job_dismiss(vm::Vm& vm, const api::JobDismissArgs& args);

}  // namespace vm::commands
