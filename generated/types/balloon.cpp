// Generated from schema/balloon.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/balloon.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kBalloonInfoMembers[] = {
    {"actual", offsetof(BalloonInfo, actual), &qapi::type<int64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BalloonInfo::kType{qapi::kValue<BalloonInfo>, kBalloonInfoMembers};

namespace {

constexpr qapi::Member kBalloonStatsMembers[] = {
    {"stat-swap-in", offsetof(BalloonStats, stat_swap_in), &qapi::type<std::optional<uint64_t>>},
    {"stat-swap-out", offsetof(BalloonStats, stat_swap_out), &qapi::type<std::optional<uint64_t>>},
    {"stat-major-faults",
     offsetof(BalloonStats, stat_major_faults),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-minor-faults",
     offsetof(BalloonStats, stat_minor_faults),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-free-memory",
     offsetof(BalloonStats, stat_free_memory),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-total-memory",
     offsetof(BalloonStats, stat_total_memory),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-available-memory",
     offsetof(BalloonStats, stat_available_memory),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-disk-caches",
     offsetof(BalloonStats, stat_disk_caches),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-htlb-pgalloc",
     offsetof(BalloonStats, stat_htlb_pgalloc),
     &qapi::type<std::optional<uint64_t>>},
    {"stat-htlb-pgfail",
     offsetof(BalloonStats, stat_htlb_pgfail),
     &qapi::type<std::optional<uint64_t>>},
};

}  // namespace

constinit const qapi::ObjectType BalloonStats::kType{
    qapi::kValue<BalloonStats>,
    kBalloonStatsMembers};

namespace {

constexpr qapi::Member kBalloonGuestStatsMembers[] = {
    {"stats",
     offsetof(BalloonGuestStats, stats),
     &qapi::type<BalloonStats>,
     qapi::Presence::Required},
    {"last-update",
     offsetof(BalloonGuestStats, last_update),
     &qapi::type<int64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BalloonGuestStats::kType{
    qapi::kValue<BalloonGuestStats>,
    kBalloonGuestStatsMembers};

namespace {
constexpr qapi::InRange<int64_t> kBalloonArgsValueRange{{1, 9223372036854775807, "bytes"}};

constexpr qapi::Member kBalloonArgsMembers[] = {
    {"value",
     offsetof(BalloonArgs, value),
     &qapi::type<int64_t>,
     qapi::Presence::Required,
     &kBalloonArgsValueRange},
};

}  // namespace

constinit const qapi::ObjectType BalloonArgs::kType{qapi::kValue<BalloonArgs>, kBalloonArgsMembers};

namespace {

constexpr qapi::Member kBalloonChangeEventMembers[] = {
    {"actual",
     offsetof(BalloonChangeEvent, actual),
     &qapi::type<int64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BalloonChangeEvent::kType{
    qapi::kValue<BalloonChangeEvent>,
    kBalloonChangeEventMembers};

}  // namespace api
