// Generated from schema/config-diff.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/config_diff.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kDifferenceKindNames[] = {
    "missing",
    "surplus",
    "type",
    "property",
    "window",
    "wire",
};
}  // namespace

std::string_view to_string(DifferenceKind value) {
  return kDifferenceKindNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kDifferenceKindType{kDifferenceKindNames};

namespace {

constexpr qapi::Member kConfigDifferenceMembers[] = {
    {"kind",
     offsetof(ConfigDifference, kind),
     &qapi::type<DifferenceKind>,
     qapi::Presence::Required},
    {"path", offsetof(ConfigDifference, path), &qapi::type<std::string>, qapi::Presence::Required},
    {"property", offsetof(ConfigDifference, property), &qapi::type<std::optional<std::string>>},
    {"present", offsetof(ConfigDifference, present), &qapi::type<std::optional<qapi::Any>>},
    {"wanted", offsetof(ConfigDifference, wanted), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType ConfigDifference::kType{
    qapi::kValue<ConfigDifference>,
    kConfigDifferenceMembers};

namespace {

constexpr qapi::Member kReconcilingCommandMembers[] = {
    {"execute",
     offsetof(ReconcilingCommand, execute),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"arguments",
     offsetof(ReconcilingCommand, arguments),
     &qapi::type<qapi::Any>,
     qapi::Presence::Required},
    {"needs-power-cycle",
     offsetof(ReconcilingCommand, needs_power_cycle),
     &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType ReconcilingCommand::kType{
    qapi::kValue<ReconcilingCommand>,
    kReconcilingCommandMembers};

namespace {

constexpr qapi::Member kConfigDiffMembers[] = {
    {"differences",
     offsetof(ConfigDiff, differences),
     &qapi::type<std::vector<ConfigDifference>>,
     qapi::Presence::Required},
    {"commands",
     offsetof(ConfigDiff, commands),
     &qapi::type<std::vector<ReconcilingCommand>>,
     qapi::Presence::Required},
    {"needs-power-cycle",
     offsetof(ConfigDiff, needs_power_cycle),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ConfigDiff::kType{qapi::kValue<ConfigDiff>, kConfigDiffMembers};

namespace {

constexpr qapi::Member kConfigDiffArgsMembers[] = {
    {"file", offsetof(ConfigDiffArgs, file), &qapi::type<std::optional<std::string>>},
    {"type", offsetof(ConfigDiffArgs, type), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType ConfigDiffArgs::kType{
    qapi::kValue<ConfigDiffArgs>,
    kConfigDiffArgsMembers,
    offsetof(ConfigDiffArgs, params)};

}  // namespace api
