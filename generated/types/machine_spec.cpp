// Generated from schema/machine-spec.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/machine_spec.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kSpecParamTypeNames[] = {
    "int",
    "size",
    "bool",
    "str",
    "file",
    "enum",
};
}  // namespace

std::string_view to_string(SpecParamType value) {
  return kSpecParamTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kSpecParamTypeType{kSpecParamTypeNames};

namespace {

constexpr qapi::Member kSpecParamMembers[] = {
    {"type", offsetof(SpecParam, type), &qapi::type<SpecParamType>, qapi::Presence::Required},
    {"default", offsetof(SpecParam, default_), &qapi::type<std::optional<qapi::Any>>},
    {"min", offsetof(SpecParam, min), &qapi::type<std::optional<qapi::Any>>},
    {"max", offsetof(SpecParam, max), &qapi::type<std::optional<qapi::Any>>},
    {"in", offsetof(SpecParam, in), &qapi::type<std::optional<std::vector<qapi::Any>>>},
    {"doc", offsetof(SpecParam, doc), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType SpecParam::kType{qapi::kValue<SpecParam>, kSpecParamMembers};

namespace {

constexpr qapi::Member kSpecNodeMembers[] = {
    {"type", offsetof(SpecNode, type), &qapi::type<std::string>, qapi::Presence::Required},
    {"props", offsetof(SpecNode, props), &qapi::type<std::optional<qapi::Any>>},
    {"if", offsetof(SpecNode, if_), &qapi::type<std::optional<qapi::Any>>},
    {"each", offsetof(SpecNode, each), &qapi::type<std::optional<qapi::Any>>},
    {"doc", offsetof(SpecNode, doc), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType SpecNode::kType{qapi::kValue<SpecNode>, kSpecNodeMembers};

namespace {
constexpr qapi::AlternateBranch kSpecNamesBranches[] = {
    {qapi::JsonType::String, size_t(SpecNames::Kind::One)},
    {qapi::JsonType::Array, size_t(SpecNames::Kind::Several)},
};
}  // namespace

constinit const qapi::AlternateType SpecNames::kType{
    qapi::kValue<SpecNames>,
    "SpecNames",
    kSpecNamesBranches,
    decltype(SpecNames::u)::operations()};

namespace {

constexpr qapi::Member kSpecMapMembers[] = {
    {"region", offsetof(SpecMap, region), &qapi::type<std::string>, qapi::Presence::Required},
    {"at", offsetof(SpecMap, at), &qapi::type<qapi::Any>, qapi::Presence::Required},
    {"into", offsetof(SpecMap, into), &qapi::type<SpecNames>, qapi::Presence::Required},
    {"offset", offsetof(SpecMap, offset), &qapi::type<std::optional<qapi::Any>>},
    {"size", offsetof(SpecMap, size), &qapi::type<std::optional<qapi::Any>>},
    {"priority", offsetof(SpecMap, priority), &qapi::type<std::optional<qapi::Any>>},
    {"if", offsetof(SpecMap, if_), &qapi::type<std::optional<qapi::Any>>},
    {"each", offsetof(SpecMap, each), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType SpecMap::kType{qapi::kValue<SpecMap>, kSpecMapMembers};

namespace {

constexpr qapi::Member kSpecWireMembers[] = {
    {"from", offsetof(SpecWire, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(SpecWire, to), &qapi::type<SpecNames>, qapi::Presence::Required},
    {"if", offsetof(SpecWire, if_), &qapi::type<std::optional<qapi::Any>>},
    {"each", offsetof(SpecWire, each), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType SpecWire::kType{qapi::kValue<SpecWire>, kSpecWireMembers};

namespace {

constexpr qapi::Member kSpecCheckMembers[] = {
    {"that", offsetof(SpecCheck, that), &qapi::type<qapi::Any>, qapi::Presence::Required},
    {"else", offsetof(SpecCheck, else_), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SpecCheck::kType{qapi::kValue<SpecCheck>, kSpecCheckMembers};

namespace {

constexpr qapi::Member kSpecExposedPropertyMembers[] = {
    {"to", offsetof(SpecExposedProperty, to), &qapi::type<SpecNames>, qapi::Presence::Required},
    {"expr", offsetof(SpecExposedProperty, expr), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType SpecExposedProperty::kType{
    qapi::kValue<SpecExposedProperty>,
    kSpecExposedPropertyMembers};

namespace {

constexpr qapi::Member kSpecOwnSpaceMembers[] = {
    {"size", offsetof(SpecOwnSpace, size), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType SpecOwnSpace::kType{
    qapi::kValue<SpecOwnSpace>,
    kSpecOwnSpaceMembers};

namespace {
constexpr qapi::AlternateBranch kSpecExposedSpaceBranches[] = {
    {qapi::JsonType::String, size_t(SpecExposedSpace::Kind::Node)},
    {qapi::JsonType::Object, size_t(SpecExposedSpace::Kind::Own)},
};
}  // namespace

constinit const qapi::AlternateType SpecExposedSpace::kType{
    qapi::kValue<SpecExposedSpace>,
    "SpecExposedSpace",
    kSpecExposedSpaceBranches,
    decltype(SpecExposedSpace::u)::operations()};

namespace {

constexpr qapi::Member kSpecExposeMembers[] = {
    {"props", offsetof(SpecExpose, props), &qapi::type<std::optional<qapi::Any>>},
    {"ports", offsetof(SpecExpose, ports), &qapi::type<std::optional<qapi::Any>>},
    {"spaces", offsetof(SpecExpose, spaces), &qapi::type<std::optional<qapi::Any>>},
    {"nodes", offsetof(SpecExpose, nodes), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType SpecExpose::kType{qapi::kValue<SpecExpose>, kSpecExposeMembers};

namespace {

constexpr qapi::Member kSpecBodyMembers[] = {
    {"doc", offsetof(SpecBody, doc), &qapi::type<std::optional<std::string>>},
    {"params", offsetof(SpecBody, params), &qapi::type<std::optional<qapi::Any>>},
    {"nodes", offsetof(SpecBody, nodes), &qapi::type<std::optional<qapi::Any>>},
    {"map", offsetof(SpecBody, map), &qapi::type<std::optional<std::vector<SpecMap>>>},
    {"wires", offsetof(SpecBody, wires), &qapi::type<std::optional<std::vector<SpecWire>>>},
    {"checks", offsetof(SpecBody, checks), &qapi::type<std::optional<std::vector<SpecCheck>>>},
};

}  // namespace

constinit const qapi::ObjectType SpecBody::kType{qapi::kValue<SpecBody>, kSpecBodyMembers};

namespace {

constexpr qapi::Member kPartSpecMembers[] = {
    {"doc", offsetof(PartSpec, doc), &qapi::type<std::optional<std::string>>},
    {"params", offsetof(PartSpec, params), &qapi::type<std::optional<qapi::Any>>},
    {"nodes", offsetof(PartSpec, nodes), &qapi::type<std::optional<qapi::Any>>},
    {"map", offsetof(PartSpec, map), &qapi::type<std::optional<std::vector<SpecMap>>>},
    {"wires", offsetof(PartSpec, wires), &qapi::type<std::optional<std::vector<SpecWire>>>},
    {"checks", offsetof(PartSpec, checks), &qapi::type<std::optional<std::vector<SpecCheck>>>},
    {"part", offsetof(PartSpec, part), &qapi::type<std::string>, qapi::Presence::Required},
    {"expose", offsetof(PartSpec, expose), &qapi::type<std::optional<SpecExpose>>},
};

}  // namespace

constinit const qapi::ObjectType PartSpec::kType{qapi::kValue<PartSpec>, kPartSpecMembers};

namespace {

constexpr qapi::Member kSpecPatchWindowMembers[] = {
    {"port", offsetof(SpecPatchWindow, port), &qapi::type<std::optional<std::string>>},
    {"at", offsetof(SpecPatchWindow, at), &qapi::type<qapi::Any>, qapi::Presence::Required},
    {"into", offsetof(SpecPatchWindow, into), &qapi::type<std::string>, qapi::Presence::Required},
    {"offset", offsetof(SpecPatchWindow, offset), &qapi::type<std::optional<qapi::Any>>},
    {"size", offsetof(SpecPatchWindow, size), &qapi::type<std::optional<qapi::Any>>},
    {"priority", offsetof(SpecPatchWindow, priority), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType SpecPatchWindow::kType{
    qapi::kValue<SpecPatchWindow>,
    kSpecPatchWindowMembers};

namespace {

constexpr qapi::Member kSpecPatchMembers[] = {
    {"set", offsetof(SpecPatch, set), &qapi::type<std::optional<std::string>>},
    {"add", offsetof(SpecPatch, add), &qapi::type<std::optional<std::string>>},
    {"remove", offsetof(SpecPatch, remove), &qapi::type<std::optional<std::string>>},
    {"replace", offsetof(SpecPatch, replace), &qapi::type<std::optional<std::string>>},
    {"rewire", offsetof(SpecPatch, rewire), &qapi::type<std::optional<std::string>>},
    {"to", offsetof(SpecPatch, to), &qapi::type<std::optional<qapi::Any>>},
    {"as", offsetof(SpecPatch, as), &qapi::type<std::optional<SpecNode>>},
    {"map", offsetof(SpecPatch, map), &qapi::type<std::optional<SpecPatchWindow>>},
    {"with-wires", offsetof(SpecPatch, with_wires), &qapi::type<std::optional<bool>>},
    {"was", offsetof(SpecPatch, was), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType SpecPatch::kType{qapi::kValue<SpecPatch>, kSpecPatchMembers};

namespace {

constexpr qapi::Member kMachineSpecMembers[] = {
    {"doc", offsetof(MachineSpec, doc), &qapi::type<std::optional<std::string>>},
    {"params", offsetof(MachineSpec, params), &qapi::type<std::optional<qapi::Any>>},
    {"nodes", offsetof(MachineSpec, nodes), &qapi::type<std::optional<qapi::Any>>},
    {"map", offsetof(MachineSpec, map), &qapi::type<std::optional<std::vector<SpecMap>>>},
    {"wires", offsetof(MachineSpec, wires), &qapi::type<std::optional<std::vector<SpecWire>>>},
    {"checks", offsetof(MachineSpec, checks), &qapi::type<std::optional<std::vector<SpecCheck>>>},
    {"machine", offsetof(MachineSpec, machine), &qapi::type<std::string>, qapi::Presence::Required},
    {"base", offsetof(MachineSpec, base), &qapi::type<std::optional<std::string>>},
    {"patch", offsetof(MachineSpec, patch), &qapi::type<std::optional<std::vector<SpecPatch>>>},
};

}  // namespace

constinit const qapi::ObjectType MachineSpec::kType{qapi::kValue<MachineSpec>, kMachineSpecMembers};

}  // namespace api
