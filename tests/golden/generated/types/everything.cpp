// Generated from golden/everything.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/everything.h"

#include <cstddef>

#include "generated/types/phases.h"

#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kMaterialNames[] = {
    "clay",
#if defined(CONFIG_GLASS)
    "glass",
#endif
    "2nd-firing",
    "lead",
    "default",
};

constexpr qapi::Special kMaterialSpecial[] = {
    qapi::Special::None,
#if defined(CONFIG_GLASS)
    qapi::Special::None,
#endif
    qapi::Special::None,
    qapi::Special::Deprecated,
    qapi::Special::None,
};
}  // namespace

std::string_view to_string(Material value) {
  return kMaterialNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kMaterialType{kMaterialNames, kMaterialSpecial};

namespace {
constexpr std::string_view kSwitchNames[] = {
    "auto",
    "on",
    "off",
};
}  // namespace

std::string_view to_string(Switch value) {
  return kSwitchNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kSwitchType{kSwitchNames};

namespace {
constexpr std::string_view kFuelKindNames[] = {
    "gas",
    "wood",
    "sun",
};
}  // namespace

std::string_view to_string(FuelKind value) {
  return kFuelKindNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kFuelKindType{kFuelKindNames};

namespace {

constexpr qapi::Member kLegacyMembers[] = {
    {"MixedCase", offsetof(Legacy, mixedcase), &qapi::type<std::string>, qapi::Presence::Required},
    {"with_underscore", offsetof(Legacy, with_underscore), &qapi::type<std::optional<int64_t>>},
};

}  // namespace

constinit const qapi::ObjectType Legacy::kType{qapi::kValue<Legacy>, kLegacyMembers};

namespace {
constexpr qapi::InRange<uint32_t> kPointMinuteRange{{0, 10080, "min"}};

constexpr qapi::Member kPointMembers[] = {
    {"celsius", offsetof(Point, celsius), &qapi::type<double>, qapi::Presence::Required},
    {"minute",
     offsetof(Point, minute),
     &qapi::type<uint32_t>,
     qapi::Presence::Required,
     &kPointMinuteRange},
};

}  // namespace

constinit const qapi::ObjectType Point::kType{qapi::kValue<Point>, kPointMembers};

namespace {
constexpr qapi::InRange<std::string> kCurveNameRange{{1, 40, ""}};

constexpr qapi::Member kCurveMembers[] = {
    {"name",
     offsetof(Curve, name),
     &qapi::type<std::string>,
     qapi::Presence::Required,
     &kCurveNameRange},
    {"points", offsetof(Curve, points), &qapi::type<std::vector<Point>>, qapi::Presence::Required},
    {"next", offsetof(Curve, next), &qapi::type<qapi::Box<Curve>>},
    {"notes", offsetof(Curve, notes), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType Curve::kType{qapi::kValue<Curve>, kCurveMembers};

namespace {
constexpr qapi::InRange<std::string> kDetailedCurveNameRange{{1, 40, ""}};
constexpr qapi::InRange<double> kDetailedCurveMarginRange{{0, 50, "°C"}};

constexpr qapi::Member kDetailedCurveMembers[] = {
    {"name",
     offsetof(DetailedCurve, name),
     &qapi::type<std::string>,
     qapi::Presence::Required,
     &kDetailedCurveNameRange},
    {"points",
     offsetof(DetailedCurve, points),
     &qapi::type<std::vector<Point>>,
     qapi::Presence::Required},
    {"next", offsetof(DetailedCurve, next), &qapi::type<qapi::Box<Curve>>},
    {"notes", offsetof(DetailedCurve, notes), &qapi::type<std::optional<qapi::Any>>},
    {"author", offsetof(DetailedCurve, author), &qapi::type<std::string>, qapi::Presence::Required},
    {"revision", offsetof(DetailedCurve, revision), &qapi::type<uint8_t>},
#if defined(CONFIG_REVIEW) && !defined(CONFIG_FAST)
    {"checked",
     offsetof(DetailedCurve, checked),
     &qapi::type<std::optional<bool>>,
     qapi::Presence::Optional,
     nullptr,
     qapi::Special::Unstable},
#endif
    {"margin",
     offsetof(DetailedCurve, margin),
     &qapi::type<double>,
     qapi::Presence::Optional,
     &kDetailedCurveMarginRange},
    {"size", offsetof(DetailedCurve, size), &qapi::kSize},
    {"nothing", offsetof(DetailedCurve, nothing), &qapi::type<std::optional<std::nullptr_t>>},
};

}  // namespace

constinit const qapi::ObjectType DetailedCurve::kType{
    qapi::kValue<DetailedCurve>,
    kDetailedCurveMembers};

namespace {

constexpr qapi::Member kGasFuelMembers[] = {
    {"pressure", offsetof(GasFuel, pressure), &qapi::type<uint16_t>},
};

}  // namespace

constinit const qapi::ObjectType GasFuel::kType{qapi::kValue<GasFuel>, kGasFuelMembers};

namespace {

constexpr qapi::Member kWoodFuelMembers[] = {
    {"logs", offsetof(WoodFuel, logs), &qapi::type<int8_t>, qapi::Presence::Required},
    {"material", offsetof(WoodFuel, material), &qapi::type<std::optional<Material>>},
};

}  // namespace

constinit const qapi::ObjectType WoodFuel::kType{qapi::kValue<WoodFuel>, kWoodFuelMembers};

namespace {

constexpr qapi::Member kFuelMembers[] = {
    {"price", offsetof(Fuel, price), &qapi::type<std::optional<int64_t>>},
};

constexpr qapi::Choice kFuelChoice = {
    .tag = "kind",
    .values = &kFuelKindType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(Fuel, u),
    .operations = decltype(Fuel::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType Fuel::kType{qapi::kValue<Fuel>, kFuelMembers, kFuelChoice};

namespace {
constexpr qapi::AlternateBranch kCurveRefBranches[] = {
    {qapi::JsonType::Object, size_t(CurveRef::Kind::Definition)},
    {qapi::JsonType::String, size_t(CurveRef::Kind::Reference)},
    {qapi::JsonType::Array, size_t(CurveRef::Kind::Several)},
    {qapi::JsonType::Null, size_t(CurveRef::Kind::None)},
};
}  // namespace

constinit const qapi::AlternateType CurveRef::kType{
    qapi::kValue<CurveRef>,
    "CurveRef",
    kCurveRefBranches,
    decltype(CurveRef::u)::operations()};

namespace {
constexpr qapi::AlternateBranch kSwitchOrNumberBranches[] = {
    {qapi::JsonType::String, size_t(SwitchOrNumber::Kind::Choice)},
    {qapi::JsonType::Number, size_t(SwitchOrNumber::Kind::Number)},
};
}  // namespace

constinit const qapi::AlternateType SwitchOrNumber::kType{
    qapi::kValue<SwitchOrNumber>,
    "SwitchOrNumber",
    kSwitchOrNumberBranches,
    decltype(SwitchOrNumber::u)::operations()};

namespace {
constexpr qapi::InRange<uint16_t> kLoadArgsPiecesRange{{1, 500, ""}};
constexpr qapi::InRange<std::vector<std::string>> kLoadArgsLabelsRange{{0, 8, ""}};

constexpr qapi::Member kLoadArgsMembers[] = {
    {"material", offsetof(LoadArgs, material), &qapi::type<Material>, qapi::Presence::Required},
    {"pieces",
     offsetof(LoadArgs, pieces),
     &qapi::type<uint16_t>,
     qapi::Presence::Required,
     &kLoadArgsPiecesRange},
    {"labels",
     offsetof(LoadArgs, labels),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Optional,
     &kLoadArgsLabelsRange},
    {"weights", offsetof(LoadArgs, weights), &qapi::type<std::optional<std::vector<double>>>},
};

}  // namespace

constinit const qapi::ObjectType LoadArgs::kType{qapi::kValue<LoadArgs>, kLoadArgsMembers};

namespace {

constexpr qapi::Member kLoadInfoMembers[] = {
    {"pieces", offsetof(LoadInfo, pieces), &qapi::type<uint16_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType LoadInfo::kType{qapi::kValue<LoadInfo>, kLoadInfoMembers};

namespace {

constexpr qapi::Member kFireArgsMembers[] = {
    {"curve", offsetof(FireArgs, curve), &qapi::type<CurveRef>, qapi::Presence::Required},
    {"fan", offsetof(FireArgs, fan), &qapi::type<Switch>},
};

}  // namespace

constinit const qapi::ObjectType FireArgs::kType{qapi::kValue<FireArgs>, kFireArgsMembers};

namespace {

constexpr qapi::Member kUntilPhaseArgsMembers[] = {
    {"phase", offsetof(UntilPhaseArgs, phase), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType UntilPhaseArgs::kType{
    qapi::kValue<UntilPhaseArgs>,
    kUntilPhaseArgsMembers};

namespace {

constexpr qapi::Member kTuneArgsMembers[] = {
    {"what", offsetof(TuneArgs, what), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType TuneArgs::kType{
    qapi::kValue<TuneArgs>,
    kTuneArgsMembers,
    offsetof(TuneArgs, values)};

namespace {

constexpr qapi::Member kDeviceAddArgsMembers[] = {
    {"driver", offsetof(DeviceAddArgs, driver), &qapi::type<std::string>, qapi::Presence::Required},
    {"id", offsetof(DeviceAddArgs, id), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType DeviceAddArgs::kType{
    qapi::kValue<DeviceAddArgs>,
    kDeviceAddArgsMembers,
    offsetof(DeviceAddArgs, properties)};

namespace {

constexpr qapi::Member kRemovePartArgsMembers[] = {
    {"id", offsetof(RemovePartArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType RemovePartArgs::kType{
    qapi::kValue<RemovePartArgs>,
    kRemovePartArgsMembers};

namespace {

constexpr qapi::Member kStatusMembers[] = {
    {"state", offsetof(Status, state), &qapi::type<HotState>, qapi::Presence::Required},
    {"phase", offsetof(Status, phase), &qapi::type<KilnPhase>, qapi::Presence::Required},
    {"group", offsetof(Status, group), &qapi::type<KilnPhaseGroup>, qapi::Presence::Required},
    {"switch", offsetof(Status, switch_), &qapi::type<Switch>, qapi::Presence::Required},
    {"choice", offsetof(Status, choice), &qapi::type<std::optional<SwitchOrNumber>>},
};

}  // namespace

constinit const qapi::ObjectType Status::kType{qapi::kValue<Status>, kStatusMembers};

namespace {

constexpr qapi::Member kReadyEventMembers[] = {
    {"celsius", offsetof(ReadyEvent, celsius), &qapi::type<double>, qapi::Presence::Required},
    {"material", offsetof(ReadyEvent, material), &qapi::type<std::optional<Material>>},
};

}  // namespace

constinit const qapi::ObjectType ReadyEvent::kType{qapi::kValue<ReadyEvent>, kReadyEventMembers};

namespace {

constexpr qapi::Member kZoneChangedEventMembers[] = {
    {"zone", offsetof(ZoneChangedEvent, zone), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"celsius", offsetof(ZoneChangedEvent, celsius), &qapi::type<double>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ZoneChangedEvent::kType{
    qapi::kValue<ZoneChangedEvent>,
    kZoneChangedEventMembers};

}  // namespace api
