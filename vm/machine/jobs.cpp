// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/jobs.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "generated/events/jobs.h"

namespace vm {

Jobs::Job* Jobs::find(std::string_view id) {
  const auto found =
      std::find_if(jobs_.begin(), jobs_.end(), [id](const Job& job) { return job.info.id == id; });
  return found != jobs_.end() ? &*found : nullptr;
}

Result<Jobs::Job*> Jobs::expect(std::string_view id) {
  if (Job* const job = find(id)) return job;
  return fail(fmt::format("there is no job '{}'", id));
}

void Jobs::set_status(Job& job, api::JobStatus status) {
  job.info.status = status;
  api::emit_job_status_change(context_.events(), {.id = job.info.id, .status = status});
}

Result<> Jobs::create(const std::string& id, api::JobType type, JobControl control) {
  if (id.empty()) return fail("a job needs an id");
  if (find(id) != nullptr) {
    return fail(fmt::format("there is a job '{}' already; job-dismiss forgets it", id));
  }
  context_.undo().add([this] { jobs_.pop_back(); });
  Job& job = jobs_.emplace_back();
  job.info.id = id;
  job.info.type = type;
  job.control = std::move(control);
  set_status(job, api::JobStatus::Created);
  return {};
}

void Jobs::start(std::string_view id) {
  if (Job* const job = find(id)) set_status(*job, api::JobStatus::Running);
}

void Jobs::measure(std::string_view id) {
  Job* const job = find(id);
  if (job != nullptr && job->control.measure) job->control.measure(job->info);
}

void Jobs::conclude(std::string_view id, const Result<>& outcome) {
  Job* const job = find(id);
  if (job == nullptr) return;
  job->control = {};
  if (!outcome) {
    job->info.error = outcome.error().desc;
    set_status(*job, api::JobStatus::Aborting);
  }
  set_status(*job, api::JobStatus::Concluded);
}

std::vector<api::JobInfo> Jobs::list() const {
  std::vector<api::JobInfo> list;
  for (const Job& job : jobs_) {
    api::JobInfo& info = list.emplace_back(job.info);
    if (job.control.measure) job.control.measure(info);
  }
  return list;
}

Result<> Jobs::cancel(std::string_view id) {
  Job* const job = TRY(expect(id));
  if (job->control.cancel) context_.undo().on_commit(job->control.cancel);
  return {};
}

Result<> Jobs::dismiss(std::string_view id) {
  Job* const job = TRY(expect(id));
  if (job->info.status != api::JobStatus::Concluded) {
    return fail(fmt::format("job '{}' is not over; job-cancel ends it", id));
  }
  context_.undo().add([this, before = jobs_] { jobs_ = before; });
  set_status(*job, api::JobStatus::Null);
  jobs_.erase(jobs_.begin() + (job - jobs_.data()));
  return {};
}

}  // namespace vm
