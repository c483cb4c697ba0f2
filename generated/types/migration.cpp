// Generated from schema/migration.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/migration.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kMigrationStatusNames[] = {
    "none",
    "setup",
    "cancelled",
    "active",
    "pre-switchover",
    "device",
    "completed",
    "failed",
};
}  // namespace

std::string_view to_string(MigrationStatus value) {
  return kMigrationStatusNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kMigrationStatusType{kMigrationStatusNames};

namespace {
constexpr std::string_view kMigrationCapabilityNames[] = {
    "events",
    "pause-before-switchover",
};
}  // namespace

std::string_view to_string(MigrationCapability value) {
  return kMigrationCapabilityNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kMigrationCapabilityType{kMigrationCapabilityNames};

namespace {

constexpr qapi::Member kSavedObjectMembers[] = {
    {"path", offsetof(SavedObject, path), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(SavedObject, type), &qapi::type<std::string>, qapi::Presence::Required},
    {"state", offsetof(SavedObject, state), &qapi::type<qapi::Any>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SavedObject::kType{qapi::kValue<SavedObject>, kSavedObjectMembers};

namespace {

constexpr qapi::Member kSavedMemoryMembers[] = {
    {"region", offsetof(SavedMemory, region), &qapi::type<std::string>, qapi::Presence::Required},
    {"size", offsetof(SavedMemory, size), &qapi::kSize, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SavedMemory::kType{qapi::kValue<SavedMemory>, kSavedMemoryMembers};

namespace {

constexpr qapi::Member kSavedMachineMembers[] = {
    {"format", offsetof(SavedMachine, format), &qapi::type<int64_t>, qapi::Presence::Required},
    {"running", offsetof(SavedMachine, running), &qapi::type<bool>, qapi::Presence::Required},
    {"suspended", offsetof(SavedMachine, suspended), &qapi::type<bool>},
    {"clock-ns", offsetof(SavedMachine, clock_ns), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"objects",
     offsetof(SavedMachine, objects),
     &qapi::type<std::vector<SavedObject>>,
     qapi::Presence::Required},
    {"memory",
     offsetof(SavedMachine, memory),
     &qapi::type<std::vector<SavedMemory>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SavedMachine::kType{
    qapi::kValue<SavedMachine>,
    kSavedMachineMembers};

namespace {

constexpr qapi::Member kMigrationStatsMembers[] = {
    {"transferred", offsetof(MigrationStats, transferred), &qapi::kSize, qapi::Presence::Required},
    {"remaining", offsetof(MigrationStats, remaining), &qapi::kSize, qapi::Presence::Required},
    {"total", offsetof(MigrationStats, total), &qapi::kSize, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrationStats::kType{
    qapi::kValue<MigrationStats>,
    kMigrationStatsMembers};

namespace {

constexpr qapi::Member kMigrationInfoMembers[] = {
    {"status",
     offsetof(MigrationInfo, status),
     &qapi::type<MigrationStatus>,
     qapi::Presence::Required},
    {"ram", offsetof(MigrationInfo, ram), &qapi::type<std::optional<MigrationStats>>},
    {"total-time", offsetof(MigrationInfo, total_time), &qapi::type<std::optional<uint64_t>>},
    {"error-desc", offsetof(MigrationInfo, error_desc), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType MigrationInfo::kType{
    qapi::kValue<MigrationInfo>,
    kMigrationInfoMembers};

namespace {

constexpr qapi::Member kMigrationEventMembers[] = {
    {"status",
     offsetof(MigrationEvent, status),
     &qapi::type<MigrationStatus>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrationEvent::kType{
    qapi::kValue<MigrationEvent>,
    kMigrationEventMembers};

namespace {

constexpr qapi::Member kMigrationCapabilityStatusMembers[] = {
    {"capability",
     offsetof(MigrationCapabilityStatus, capability),
     &qapi::type<MigrationCapability>,
     qapi::Presence::Required},
    {"state",
     offsetof(MigrationCapabilityStatus, state),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrationCapabilityStatus::kType{
    qapi::kValue<MigrationCapabilityStatus>,
    kMigrationCapabilityStatusMembers};

namespace {

constexpr qapi::Member kMigrateSetCapabilitiesArgsMembers[] = {
    {"capabilities",
     offsetof(MigrateSetCapabilitiesArgs, capabilities),
     &qapi::type<std::vector<MigrationCapabilityStatus>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrateSetCapabilitiesArgs::kType{
    qapi::kValue<MigrateSetCapabilitiesArgs>,
    kMigrateSetCapabilitiesArgsMembers};

namespace {

constexpr qapi::Member kMigrationParametersMembers[] = {
    {"max-bandwidth",
     offsetof(MigrationParameters, max_bandwidth),
     &qapi::kSize,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrationParameters::kType{
    qapi::kValue<MigrationParameters>,
    kMigrationParametersMembers};

namespace {

constexpr qapi::Member kMigrateSetParametersArgsMembers[] = {
    {"max-bandwidth", offsetof(MigrateSetParametersArgs, max_bandwidth), &qapi::kOptionalSize},
};

}  // namespace

constinit const qapi::ObjectType MigrateSetParametersArgs::kType{
    qapi::kValue<MigrateSetParametersArgs>,
    kMigrateSetParametersArgsMembers};

namespace {

constexpr qapi::Member kMigrateArgsMembers[] = {
    {"uri", offsetof(MigrateArgs, uri), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrateArgs::kType{qapi::kValue<MigrateArgs>, kMigrateArgsMembers};

namespace {

constexpr qapi::Member kMigrateContinueArgsMembers[] = {
    {"state",
     offsetof(MigrateContinueArgs, state),
     &qapi::type<MigrationStatus>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MigrateContinueArgs::kType{
    qapi::kValue<MigrateContinueArgs>,
    kMigrateContinueArgsMembers};

namespace {

constexpr qapi::Member kMigrateIncomingArgsMembers[] = {
    {"uri", offsetof(MigrateIncomingArgs, uri), &qapi::type<std::string>, qapi::Presence::Required},
    {"exit-on-error", offsetof(MigrateIncomingArgs, exit_on_error), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType MigrateIncomingArgs::kType{
    qapi::kValue<MigrateIncomingArgs>,
    kMigrateIncomingArgsMembers};

}  // namespace api
