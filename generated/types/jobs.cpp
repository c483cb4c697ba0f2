// Generated from schema/jobs.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/jobs.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kJobTypeNames[] = {
    "snapshot-save",
    "snapshot-load",
    "snapshot-delete",
};
}  // namespace

std::string_view to_string(JobType value) {
  return kJobTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kJobTypeType{kJobTypeNames};

namespace {
constexpr std::string_view kJobStatusNames[] = {
    "created",
    "running",
    "aborting",
    "concluded",
    "null",
};
}  // namespace

std::string_view to_string(JobStatus value) {
  return kJobStatusNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kJobStatusType{kJobStatusNames};

namespace {

constexpr qapi::Member kJobInfoMembers[] = {
    {"id", offsetof(JobInfo, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(JobInfo, type), &qapi::type<JobType>, qapi::Presence::Required},
    {"status", offsetof(JobInfo, status), &qapi::type<JobStatus>, qapi::Presence::Required},
    {"current-progress",
     offsetof(JobInfo, current_progress),
     &qapi::kSize,
     qapi::Presence::Required},
    {"total-progress", offsetof(JobInfo, total_progress), &qapi::kSize, qapi::Presence::Required},
    {"error", offsetof(JobInfo, error), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType JobInfo::kType{qapi::kValue<JobInfo>, kJobInfoMembers};

namespace {

constexpr qapi::Member kJobCancelArgsMembers[] = {
    {"id", offsetof(JobCancelArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType JobCancelArgs::kType{
    qapi::kValue<JobCancelArgs>,
    kJobCancelArgsMembers};

namespace {

constexpr qapi::Member kJobDismissArgsMembers[] = {
    {"id", offsetof(JobDismissArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType JobDismissArgs::kType{
    qapi::kValue<JobDismissArgs>,
    kJobDismissArgsMembers};

namespace {

constexpr qapi::Member kJobStatusChangeEventMembers[] = {
    {"id", offsetof(JobStatusChangeEvent, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"status",
     offsetof(JobStatusChangeEvent, status),
     &qapi::type<JobStatus>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType JobStatusChangeEvent::kType{
    qapi::kValue<JobStatusChangeEvent>,
    kJobStatusChangeEventMembers};

}  // namespace api
