// Generated from schema/block-core.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/block_core.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kBlockdevDiscardOptionsNames[] = {
    "ignore",
    "unmap",
};
}  // namespace

std::string_view to_string(BlockdevDiscardOptions value) {
  return kBlockdevDiscardOptionsNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlockdevDiscardOptionsType{kBlockdevDiscardOptionsNames};

namespace {
constexpr std::string_view kOnOffAutoNames[] = {
    "auto",
    "on",
    "off",
};
}  // namespace

std::string_view to_string(OnOffAuto value) {
  return kOnOffAutoNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kOnOffAutoType{kOnOffAutoNames};

namespace {
constexpr std::string_view kBlockdevAioOptionsNames[] = {
    "threads",
    "io_uring",
};
}  // namespace

std::string_view to_string(BlockdevAioOptions value) {
  return kBlockdevAioOptionsNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlockdevAioOptionsType{kBlockdevAioOptionsNames};

namespace {
constexpr std::string_view kBlockdevDriverNames[] = {
    "null-co",
    "file",
    "raw",
    "qcow2",
    "nbd",
    "throttle",
    "blkdebug",
};
}  // namespace

std::string_view to_string(BlockdevDriver value) {
  return kBlockdevDriverNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlockdevDriverType{kBlockdevDriverNames};

namespace {
constexpr std::string_view kBlkdebugIOTypeNames[] = {
    "read",
    "write",
    "write-zeroes",
    "discard",
    "flush",
};
}  // namespace

std::string_view to_string(BlkdebugIOType value) {
  return kBlkdebugIOTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlkdebugIOTypeType{kBlkdebugIOTypeNames};

namespace {
constexpr std::string_view kBlockdevOnErrorNames[] = {
    "report",
    "ignore",
    "enospc",
    "stop",
};
}  // namespace

std::string_view to_string(BlockdevOnError value) {
  return kBlockdevOnErrorNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlockdevOnErrorType{kBlockdevOnErrorNames};

namespace {
constexpr std::string_view kIoOperationTypeNames[] = {
    "read",
    "write",
};
}  // namespace

std::string_view to_string(IoOperationType value) {
  return kIoOperationTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kIoOperationTypeType{kIoOperationTypeNames};

namespace {
constexpr std::string_view kBlockErrorActionNames[] = {
    "ignore",
    "report",
    "stop",
};
}  // namespace

std::string_view to_string(BlockErrorAction value) {
  return kBlockErrorActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlockErrorActionType{kBlockErrorActionNames};

namespace {

constexpr qapi::Member kBlockdevCacheOptionsMembers[] = {
    {"direct", offsetof(BlockdevCacheOptions, direct), &qapi::type<bool>},
    {"no-flush", offsetof(BlockdevCacheOptions, no_flush), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType BlockdevCacheOptions::kType{
    qapi::kValue<BlockdevCacheOptions>,
    kBlockdevCacheOptionsMembers};

namespace {

constexpr qapi::Member kBlockdevCommonMembers[] = {
    {"read-only", offsetof(BlockdevCommon, read_only), &qapi::type<std::optional<bool>>},
    {"auto-read-only", offsetof(BlockdevCommon, auto_read_only), &qapi::type<std::optional<bool>>},
    {"discard",
     offsetof(BlockdevCommon, discard),
     &qapi::type<std::optional<BlockdevDiscardOptions>>},
    {"cache", offsetof(BlockdevCommon, cache), &qapi::type<std::optional<BlockdevCacheOptions>>},
};

}  // namespace

constinit const qapi::ObjectType BlockdevCommon::kType{
    qapi::kValue<BlockdevCommon>,
    kBlockdevCommonMembers};

namespace {

constexpr qapi::Member kBlockdevOptionsFileMembers[] = {
    {"filename",
     offsetof(BlockdevOptionsFile, filename),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"locking", offsetof(BlockdevOptionsFile, locking), &qapi::type<OnOffAuto>},
    {"aio", offsetof(BlockdevOptionsFile, aio), &qapi::type<BlockdevAioOptions>},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsFile::kType{
    qapi::kValue<BlockdevOptionsFile>,
    kBlockdevOptionsFileMembers};

namespace {

constexpr qapi::Member kBlockdevOptionsNullMembers[] = {
    {"size", offsetof(BlockdevOptionsNull, size), &qapi::kSize},
    {"read-zeroes", offsetof(BlockdevOptionsNull, read_zeroes), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsNull::kType{
    qapi::kValue<BlockdevOptionsNull>,
    kBlockdevOptionsNullMembers};

namespace {
constexpr qapi::AlternateBranch kBlockdevRefOrNullBranches[] = {
    {qapi::JsonType::Object, size_t(BlockdevRefOrNull::Kind::Definition)},
    {qapi::JsonType::String, size_t(BlockdevRefOrNull::Kind::Reference)},
    {qapi::JsonType::Null, size_t(BlockdevRefOrNull::Kind::Null)},
};
}  // namespace

constinit const qapi::AlternateType BlockdevRefOrNull::kType{
    qapi::kValue<BlockdevRefOrNull>,
    "BlockdevRefOrNull",
    kBlockdevRefOrNullBranches,
    decltype(BlockdevRefOrNull::u)::operations()};

namespace {
constexpr qapi::InRange<uint64_t> kBlockdevOptionsQcow2CacheSizeRange{{0, 4294967296, "bytes"}};

constexpr qapi::Member kBlockdevOptionsQcow2Members[] = {
    {"file",
     offsetof(BlockdevOptionsQcow2, file),
     &qapi::type<qapi::Box<BlockdevRef>>,
     qapi::Presence::Required},
    {"backing",
     offsetof(BlockdevOptionsQcow2, backing),
     &qapi::type<std::optional<BlockdevRefOrNull>>},
    {"cache-size",
     offsetof(BlockdevOptionsQcow2, cache_size),
     &qapi::kSize,
     qapi::Presence::Optional,
     &kBlockdevOptionsQcow2CacheSizeRange},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsQcow2::kType{
    qapi::kValue<BlockdevOptionsQcow2>,
    kBlockdevOptionsQcow2Members};

namespace {
constexpr qapi::InRange<uint32_t> kBlockdevOptionsNbdOpenTimeoutRange{{0, 3600, "s"}};

constexpr qapi::Member kBlockdevOptionsNbdMembers[] = {
    {"server",
     offsetof(BlockdevOptionsNbd, server),
     &qapi::type<SocketAddress>,
     qapi::Presence::Required},
    {"export", offsetof(BlockdevOptionsNbd, export_), &qapi::type<std::optional<std::string>>},
    {"reconnect-delay", offsetof(BlockdevOptionsNbd, reconnect_delay), &qapi::type<uint32_t>},
    {"open-timeout",
     offsetof(BlockdevOptionsNbd, open_timeout),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kBlockdevOptionsNbdOpenTimeoutRange},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsNbd::kType{
    qapi::kValue<BlockdevOptionsNbd>,
    kBlockdevOptionsNbdMembers};

namespace {

constexpr qapi::Member kBlockdevOptionsThrottleMembers[] = {
    {"throttle-group",
     offsetof(BlockdevOptionsThrottle, throttle_group),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"file",
     offsetof(BlockdevOptionsThrottle, file),
     &qapi::type<qapi::Box<BlockdevRef>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsThrottle::kType{
    qapi::kValue<BlockdevOptionsThrottle>,
    kBlockdevOptionsThrottleMembers};

namespace {

constexpr qapi::Member kBlockdevOptionsBlkdebugMembers[] = {
    {"image",
     offsetof(BlockdevOptionsBlkdebug, image),
     &qapi::type<qapi::Box<BlockdevRef>>,
     qapi::Presence::Required},
    {"inject-error",
     offsetof(BlockdevOptionsBlkdebug, inject_error),
     &qapi::type<std::optional<std::vector<BlkdebugInjectError>>>},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsBlkdebug::kType{
    qapi::kValue<BlockdevOptionsBlkdebug>,
    kBlockdevOptionsBlkdebugMembers};

namespace {

constexpr qapi::Member kBlockdevOptionsMembers[] = {
    {"read-only", offsetof(BlockdevOptions, read_only), &qapi::type<std::optional<bool>>},
    {"auto-read-only", offsetof(BlockdevOptions, auto_read_only), &qapi::type<std::optional<bool>>},
    {"discard",
     offsetof(BlockdevOptions, discard),
     &qapi::type<std::optional<BlockdevDiscardOptions>>},
    {"cache", offsetof(BlockdevOptions, cache), &qapi::type<std::optional<BlockdevCacheOptions>>},
    {"node-name", offsetof(BlockdevOptions, node_name), &qapi::type<std::optional<std::string>>},
};

constexpr qapi::Choice kBlockdevOptionsChoice = {
    .tag = "driver",
    .values = &kBlockdevDriverType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(BlockdevOptions, u),
    .operations = decltype(BlockdevOptions::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType BlockdevOptions::kType{
    qapi::kValue<BlockdevOptions>,
    kBlockdevOptionsMembers,
    kBlockdevOptionsChoice};

namespace {
constexpr qapi::AlternateBranch kBlockdevRefBranches[] = {
    {qapi::JsonType::Object, size_t(BlockdevRef::Kind::Definition)},
    {qapi::JsonType::String, size_t(BlockdevRef::Kind::Reference)},
};
}  // namespace

constinit const qapi::AlternateType BlockdevRef::kType{
    qapi::kValue<BlockdevRef>,
    "BlockdevRef",
    kBlockdevRefBranches,
    decltype(BlockdevRef::u)::operations()};

namespace {

constexpr qapi::Member kBlockdevOptionsRawMembers[] = {
    {"file",
     offsetof(BlockdevOptionsRaw, file),
     &qapi::type<BlockdevRef>,
     qapi::Presence::Required},
    {"offset", offsetof(BlockdevOptionsRaw, offset), &qapi::kSize},
    {"size", offsetof(BlockdevOptionsRaw, size), &qapi::kOptionalSize},
};

}  // namespace

constinit const qapi::ObjectType BlockdevOptionsRaw::kType{
    qapi::kValue<BlockdevOptionsRaw>,
    kBlockdevOptionsRawMembers};

namespace {
constexpr qapi::InRange<int32_t> kBlkdebugInjectErrorErrnoRange{{1, 4095, ""}};

constexpr qapi::Member kBlkdebugInjectErrorMembers[] = {
    {"iotype", offsetof(BlkdebugInjectError, iotype), &qapi::type<std::optional<BlkdebugIOType>>},
    {"errno",
     offsetof(BlkdebugInjectError, errno_),
     &qapi::type<int32_t>,
     qapi::Presence::Optional,
     &kBlkdebugInjectErrorErrnoRange},
    {"sector", offsetof(BlkdebugInjectError, sector), &qapi::type<std::optional<uint64_t>>},
    {"once", offsetof(BlkdebugInjectError, once), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType BlkdebugInjectError::kType{
    qapi::kValue<BlkdebugInjectError>,
    kBlkdebugInjectErrorMembers};

namespace {
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsTotalRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsTotalMaxRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint32_t> kThrottleLimitsIopsTotalMaxLengthRange{{1, 4294967295, "s"}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsReadRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsReadMaxRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint32_t> kThrottleLimitsIopsReadMaxLengthRange{{1, 4294967295, "s"}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsWriteRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsWriteMaxRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint32_t> kThrottleLimitsIopsWriteMaxLengthRange{{1, 4294967295, "s"}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsBpsTotalRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsBpsTotalMaxRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint32_t> kThrottleLimitsBpsTotalMaxLengthRange{{1, 4294967295, "s"}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsBpsReadRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsBpsReadMaxRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint32_t> kThrottleLimitsBpsReadMaxLengthRange{{1, 4294967295, "s"}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsBpsWriteRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsBpsWriteMaxRange{{0, 1000000000000000, ""}};
constexpr qapi::InRange<uint32_t> kThrottleLimitsBpsWriteMaxLengthRange{{1, 4294967295, "s"}};
constexpr qapi::InRange<uint64_t> kThrottleLimitsIopsSizeRange{{0, 1000000000000000, "bytes"}};

constexpr qapi::Member kThrottleLimitsMembers[] = {
    {"iops-total",
     offsetof(ThrottleLimits, iops_total),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsTotalRange},
    {"iops-total-max",
     offsetof(ThrottleLimits, iops_total_max),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsTotalMaxRange},
    {"iops-total-max-length",
     offsetof(ThrottleLimits, iops_total_max_length),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsTotalMaxLengthRange},
    {"iops-read",
     offsetof(ThrottleLimits, iops_read),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsReadRange},
    {"iops-read-max",
     offsetof(ThrottleLimits, iops_read_max),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsReadMaxRange},
    {"iops-read-max-length",
     offsetof(ThrottleLimits, iops_read_max_length),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsReadMaxLengthRange},
    {"iops-write",
     offsetof(ThrottleLimits, iops_write),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsWriteRange},
    {"iops-write-max",
     offsetof(ThrottleLimits, iops_write_max),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsWriteMaxRange},
    {"iops-write-max-length",
     offsetof(ThrottleLimits, iops_write_max_length),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsWriteMaxLengthRange},
    {"bps-total",
     offsetof(ThrottleLimits, bps_total),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsTotalRange},
    {"bps-total-max",
     offsetof(ThrottleLimits, bps_total_max),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsTotalMaxRange},
    {"bps-total-max-length",
     offsetof(ThrottleLimits, bps_total_max_length),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsTotalMaxLengthRange},
    {"bps-read",
     offsetof(ThrottleLimits, bps_read),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsReadRange},
    {"bps-read-max",
     offsetof(ThrottleLimits, bps_read_max),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsReadMaxRange},
    {"bps-read-max-length",
     offsetof(ThrottleLimits, bps_read_max_length),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsReadMaxLengthRange},
    {"bps-write",
     offsetof(ThrottleLimits, bps_write),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsWriteRange},
    {"bps-write-max",
     offsetof(ThrottleLimits, bps_write_max),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsWriteMaxRange},
    {"bps-write-max-length",
     offsetof(ThrottleLimits, bps_write_max_length),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsBpsWriteMaxLengthRange},
    {"iops-size",
     offsetof(ThrottleLimits, iops_size),
     &qapi::type<uint64_t>,
     qapi::Presence::Optional,
     &kThrottleLimitsIopsSizeRange},
};

}  // namespace

constinit const qapi::ObjectType ThrottleLimits::kType{
    qapi::kValue<ThrottleLimits>,
    kThrottleLimitsMembers};

namespace {

constexpr qapi::Member kBlockdevBaseMembers[] = {
    {"read-only", offsetof(BlockdevBase, read_only), &qapi::type<std::optional<bool>>},
    {"auto-read-only", offsetof(BlockdevBase, auto_read_only), &qapi::type<std::optional<bool>>},
    {"discard",
     offsetof(BlockdevBase, discard),
     &qapi::type<std::optional<BlockdevDiscardOptions>>},
    {"cache", offsetof(BlockdevBase, cache), &qapi::type<std::optional<BlockdevCacheOptions>>},
    {"driver",
     offsetof(BlockdevBase, driver),
     &qapi::type<BlockdevDriver>,
     qapi::Presence::Required},
    {"node-name", offsetof(BlockdevBase, node_name), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType BlockdevBase::kType{
    qapi::kValue<BlockdevBase>,
    kBlockdevBaseMembers};

namespace {

constexpr qapi::Member kBlockResizeArgsMembers[] = {
    {"node-name",
     offsetof(BlockResizeArgs, node_name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"size", offsetof(BlockResizeArgs, size), &qapi::kSize, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockResizeArgs::kType{
    qapi::kValue<BlockResizeArgs>,
    kBlockResizeArgsMembers};

namespace {

constexpr qapi::Member kImageInfoMembers[] = {
    {"filename", offsetof(ImageInfo, filename), &qapi::type<std::string>, qapi::Presence::Required},
    {"format", offsetof(ImageInfo, format), &qapi::type<BlockdevDriver>, qapi::Presence::Required},
    {"virtual-size",
     offsetof(ImageInfo, virtual_size),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ImageInfo::kType{qapi::kValue<ImageInfo>, kImageInfoMembers};

namespace {

constexpr qapi::Member kBlockdevChildMembers[] = {
    {"child", offsetof(BlockdevChild, child), &qapi::type<std::string>, qapi::Presence::Required},
    {"node-name",
     offsetof(BlockdevChild, node_name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockdevChild::kType{
    qapi::kValue<BlockdevChild>,
    kBlockdevChildMembers};

namespace {

constexpr qapi::Member kBlockdevCacheInfoMembers[] = {
    {"writeback",
     offsetof(BlockdevCacheInfo, writeback),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"direct", offsetof(BlockdevCacheInfo, direct), &qapi::type<bool>, qapi::Presence::Required},
    {"no-flush",
     offsetof(BlockdevCacheInfo, no_flush),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockdevCacheInfo::kType{
    qapi::kValue<BlockdevCacheInfo>,
    kBlockdevCacheInfoMembers};

namespace {

constexpr qapi::Member kBlockDeviceInfoMembers[] = {
    {"node-name",
     offsetof(BlockDeviceInfo, node_name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"drv", offsetof(BlockDeviceInfo, drv), &qapi::type<BlockdevDriver>, qapi::Presence::Required},
    {"file", offsetof(BlockDeviceInfo, file), &qapi::type<std::string>, qapi::Presence::Required},
    {"ro", offsetof(BlockDeviceInfo, ro), &qapi::type<bool>, qapi::Presence::Required},
    {"cache",
     offsetof(BlockDeviceInfo, cache),
     &qapi::type<BlockdevCacheInfo>,
     qapi::Presence::Required},
    {"image", offsetof(BlockDeviceInfo, image), &qapi::type<ImageInfo>, qapi::Presence::Required},
    {"children",
     offsetof(BlockDeviceInfo, children),
     &qapi::type<std::vector<BlockdevChild>>,
     qapi::Presence::Required},
    {"users",
     offsetof(BlockDeviceInfo, users),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockDeviceInfo::kType{
    qapi::kValue<BlockDeviceInfo>,
    kBlockDeviceInfoMembers};

namespace {

constexpr qapi::Member kBlockDeviceStatsMembers[] = {
    {"rd_operations",
     offsetof(BlockDeviceStats, rd_operations),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"rd_bytes",
     offsetof(BlockDeviceStats, rd_bytes),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"wr_operations",
     offsetof(BlockDeviceStats, wr_operations),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"wr_bytes",
     offsetof(BlockDeviceStats, wr_bytes),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"unmap_operations",
     offsetof(BlockDeviceStats, unmap_operations),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"unmap_bytes",
     offsetof(BlockDeviceStats, unmap_bytes),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"flush_operations",
     offsetof(BlockDeviceStats, flush_operations),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"failed_operations",
     offsetof(BlockDeviceStats, failed_operations),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockDeviceStats::kType{
    qapi::kValue<BlockDeviceStats>,
    kBlockDeviceStatsMembers};

namespace {

constexpr qapi::Member kBlockStatsMembers[] = {
    {"node-name",
     offsetof(BlockStats, node_name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"stats", offsetof(BlockStats, stats), &qapi::type<BlockDeviceStats>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockStats::kType{qapi::kValue<BlockStats>, kBlockStatsMembers};

namespace {

constexpr qapi::Member kBlockIoErrorEventMembers[] = {
    {"qom-path",
     offsetof(BlockIoErrorEvent, qom_path),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"device",
     offsetof(BlockIoErrorEvent, device),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"node-name",
     offsetof(BlockIoErrorEvent, node_name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"operation",
     offsetof(BlockIoErrorEvent, operation),
     &qapi::type<IoOperationType>,
     qapi::Presence::Required},
    {"action",
     offsetof(BlockIoErrorEvent, action),
     &qapi::type<BlockErrorAction>,
     qapi::Presence::Required},
    {"nospace", offsetof(BlockIoErrorEvent, nospace), &qapi::type<bool>, qapi::Presence::Required},
    {"reason",
     offsetof(BlockIoErrorEvent, reason),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockIoErrorEvent::kType{
    qapi::kValue<BlockIoErrorEvent>,
    kBlockIoErrorEventMembers};

namespace {

constexpr qapi::Member kBlockdevDelArgsMembers[] = {
    {"node-name",
     offsetof(BlockdevDelArgs, node_name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BlockdevDelArgs::kType{
    qapi::kValue<BlockdevDelArgs>,
    kBlockdevDelArgsMembers};

}  // namespace api
