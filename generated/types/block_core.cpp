// Generated from schema/block-core.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/block_core.h"

#include <cstddef>

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
constexpr std::string_view kBlockdevDriverNames[] = {
    "null-co",
    "file",
    "raw",
};
}  // namespace

std::string_view to_string(BlockdevDriver value) {
  return kBlockdevDriverNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kBlockdevDriverType{kBlockdevDriverNames};

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
