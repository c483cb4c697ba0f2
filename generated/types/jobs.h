// Generated from schema/jobs.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What jobs do.
enum class JobType {
  SnapshotSave,    ///< write a snapshot
  SnapshotLoad,    ///< go back to a snapshot
  SnapshotDelete,  ///< delete a snapshot
};

std::string_view to_string(JobType value);
extern const qapi::EnumType kJobTypeType;
constexpr const qapi::EnumType& type_of(JobType) {
  return kJobTypeType;
}

/// How far a job is.
enum class JobStatus {
  Created,    ///< it is about to begin
  Running,    ///< it works
  Aborting,   ///< it takes back what it did, for it failed or was cancelled
  Concluded,  ///< it is over, and waits to be dismissed
  Null,       ///< it is no more
};

std::string_view to_string(JobStatus value);
extern const qapi::EnumType kJobStatusType;
constexpr const qapi::EnumType& type_of(JobStatus) {
  return kJobStatusType;
}

/// A job.
struct JobInfo {
  /// its name
  std::string id;

  /// what it does
  JobType type{};

  /// how far it is
  JobStatus status{};

  /// bytes of memory that are done with (bytes)
  uint64_t current_progress{};

  /// bytes of memory in all; 0 as long as that is not known (bytes)
  uint64_t total_progress{};

  /// why it failed, if it did
  std::optional<std::string> error;

  bool operator==(const JobInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `job-cancel`.
struct JobCancelArgs {
  /// its name
  std::string id;

  bool operator==(const JobCancelArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `job-dismiss`.
struct JobDismissArgs {
  /// its name
  std::string id;

  bool operator==(const JobDismissArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// What comes with `JOB_STATUS_CHANGE`.
struct JobStatusChangeEvent {
  /// its name
  std::string id;

  /// the state
  JobStatus status{};

  bool operator==(const JobStatusChangeEvent&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
