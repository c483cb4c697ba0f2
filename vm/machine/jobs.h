// SPDX-License-Identifier: Apache-2.0
//
// Jobs are what goes on after the command that began it has been answered. Each stays until it is
// dismissed.
//
//   TRY(jobs.create(id, type, {.cancel = [this] { give_up(); }}));
//   jobs.start(id);
//   jobs.conclude(id, result);

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/jobs.h"

#include "runtime/dispatch/context.h"
#include "vm/base/result.h"

namespace vm {

/// What can be done with a job while it goes on.
struct JobControl {
  std::function<void()> cancel = {};
  std::function<void(api::JobInfo& info)> measure = {};  ///< sets its progress
};

class Jobs {
 public:
  explicit Jobs(qapi::Context& context) : context_(context) {}

  /// A job of that id must not be there. Taken back with the command.
  Result<> create(const std::string& id, api::JobType type, JobControl control);
  void start(std::string_view id);
  /// Keeps how far it is now, before what it is measured by goes away.
  void measure(std::string_view id);
  void conclude(std::string_view id, const Result<>& outcome);

  // The commands of schema/jobs.json.
  std::vector<api::JobInfo> list() const;
  Result<> cancel(std::string_view id);
  Result<> dismiss(std::string_view id);

 private:
  struct Job {
    api::JobInfo info;
    JobControl control;
  };

  Job* find(std::string_view id);
  Result<Job*> expect(std::string_view id);
  void set_status(Job& job, api::JobStatus status);

  qapi::Context& context_;
  std::vector<Job> jobs_;
};

}  // namespace vm
