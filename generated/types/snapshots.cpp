// Generated from schema/snapshots.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/snapshots.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSnapshotSaveArgsMembers[] = {
    {"job-id",
     offsetof(SnapshotSaveArgs, job_id),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"tag", offsetof(SnapshotSaveArgs, tag), &qapi::type<std::string>, qapi::Presence::Required},
    {"vmstate",
     offsetof(SnapshotSaveArgs, vmstate),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SnapshotSaveArgs::kType{
    qapi::kValue<SnapshotSaveArgs>,
    kSnapshotSaveArgsMembers};

namespace {

constexpr qapi::Member kSnapshotLoadArgsMembers[] = {
    {"job-id",
     offsetof(SnapshotLoadArgs, job_id),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"tag", offsetof(SnapshotLoadArgs, tag), &qapi::type<std::string>, qapi::Presence::Required},
    {"vmstate",
     offsetof(SnapshotLoadArgs, vmstate),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SnapshotLoadArgs::kType{
    qapi::kValue<SnapshotLoadArgs>,
    kSnapshotLoadArgsMembers};

namespace {

constexpr qapi::Member kSnapshotDeleteArgsMembers[] = {
    {"job-id",
     offsetof(SnapshotDeleteArgs, job_id),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"tag", offsetof(SnapshotDeleteArgs, tag), &qapi::type<std::string>, qapi::Presence::Required},
    {"vmstate",
     offsetof(SnapshotDeleteArgs, vmstate),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SnapshotDeleteArgs::kType{
    qapi::kValue<SnapshotDeleteArgs>,
    kSnapshotDeleteArgsMembers};

namespace {

constexpr qapi::Member kSnapshotInfoMembers[] = {
    {"tag", offsetof(SnapshotInfo, tag), &qapi::type<std::string>, qapi::Presence::Required},
    {"vm-state-size",
     offsetof(SnapshotInfo, vm_state_size),
     &qapi::kSize,
     qapi::Presence::Required},
    {"date-sec", offsetof(SnapshotInfo, date_sec), &qapi::type<int64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SnapshotInfo::kType{
    qapi::kValue<SnapshotInfo>,
    kSnapshotInfoMembers};

namespace {

constexpr qapi::Member kQuerySnapshotsArgsMembers[] = {
    {"vmstate",
     offsetof(QuerySnapshotsArgs, vmstate),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType QuerySnapshotsArgs::kType{
    qapi::kValue<QuerySnapshotsArgs>,
    kQuerySnapshotsArgsMembers};

}  // namespace api
