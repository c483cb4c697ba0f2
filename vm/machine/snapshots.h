// SPDX-License-Identifier: Apache-2.0
//
// Snapshots are files TAG.state in a folder. One is written or read at a time, as a job, while the
// guest stands still.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generated/types/jobs.h"
#include "generated/types/snapshots.h"

#include "vm/base/result.h"

namespace api {
enum class VmPhase;
}

namespace vm {

class Draft;
class Incoming;
class Outgoing;
class Vm;

class Snapshots {
 public:
  explicit Snapshots(Vm& vm);
  ~Snapshots();
  Snapshots(const Snapshots&) = delete;
  Snapshots& operator=(const Snapshots&) = delete;

  // The commands of schema/snapshots.json.
  Result<> save(const api::SnapshotSaveArgs& args);
  Result<> load(const api::SnapshotLoadArgs& args);
  Result<> remove(const api::SnapshotDeleteArgs& args);
  static Result<std::vector<api::SnapshotInfo>> list(const std::string& folder);

  bool is_at_work() const { return before_.has_value(); }

 private:
  Result<> create_job(api::JobType type, const std::string& id);
  void hold_guest();
  void cancel();
  void drop();
  void return_guest();
  void saved(const Result<>& result);
  void read(Result<std::string> bytes);
  Result<> take(std::string bytes);

  Vm& vm_;
  std::string job_;
  std::optional<api::VmPhase> before_;  // while there is a job
  std::unique_ptr<Draft> draft_;
  // Shared with what they have under way in the loop.
  std::shared_ptr<Outgoing> outgoing_;
  std::shared_ptr<Incoming> incoming_;
};

}  // namespace vm
