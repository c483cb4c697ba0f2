// Generated from schema/qom.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/qom.h"

#include <cstddef>

#include "generated/types/phases.h"

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kObjectAddArgsMembers[] = {
    {"qom-type",
     offsetof(ObjectAddArgs, qom_type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"id", offsetof(ObjectAddArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ObjectAddArgs::kType{
    qapi::kValue<ObjectAddArgs>,
    kObjectAddArgsMembers,
    offsetof(ObjectAddArgs, properties)};

namespace {

constexpr qapi::Member kObjectDelArgsMembers[] = {
    {"id", offsetof(ObjectDelArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ObjectDelArgs::kType{
    qapi::kValue<ObjectDelArgs>,
    kObjectDelArgsMembers};

namespace {

constexpr qapi::Member kObjectPropertyInfoMembers[] = {
    {"name",
     offsetof(ObjectPropertyInfo, name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"type",
     offsetof(ObjectPropertyInfo, type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"description",
     offsetof(ObjectPropertyInfo, description),
     &qapi::type<std::optional<std::string>>},
    {"default-value",
     offsetof(ObjectPropertyInfo, default_value),
     &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType ObjectPropertyInfo::kType{
    qapi::kValue<ObjectPropertyInfo>,
    kObjectPropertyInfoMembers};

namespace {

constexpr qapi::Member kQomListArgsMembers[] = {
    {"path", offsetof(QomListArgs, path), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType QomListArgs::kType{qapi::kValue<QomListArgs>, kQomListArgsMembers};

namespace {

constexpr qapi::Member kQomGetArgsMembers[] = {
    {"path", offsetof(QomGetArgs, path), &qapi::type<std::string>, qapi::Presence::Required},
    {"property",
     offsetof(QomGetArgs, property),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType QomGetArgs::kType{qapi::kValue<QomGetArgs>, kQomGetArgsMembers};

namespace {

constexpr qapi::Member kQomSetArgsMembers[] = {
    {"path", offsetof(QomSetArgs, path), &qapi::type<std::string>, qapi::Presence::Required},
    {"property",
     offsetof(QomSetArgs, property),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"value", offsetof(QomSetArgs, value), &qapi::type<qapi::Any>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType QomSetArgs::kType{qapi::kValue<QomSetArgs>, kQomSetArgsMembers};

namespace {

constexpr qapi::Member kObjectTypeInfoMembers[] = {
    {"name", offsetof(ObjectTypeInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"abstract", offsetof(ObjectTypeInfo, abstract), &qapi::type<std::optional<bool>>},
    {"parent", offsetof(ObjectTypeInfo, parent), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType ObjectTypeInfo::kType{
    qapi::kValue<ObjectTypeInfo>,
    kObjectTypeInfoMembers};

namespace {

constexpr qapi::Member kQomListTypesArgsMembers[] = {
    {"implements", offsetof(QomListTypesArgs, implements), &qapi::type<std::optional<std::string>>},
    {"abstract", offsetof(QomListTypesArgs, abstract), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType QomListTypesArgs::kType{
    qapi::kValue<QomListTypesArgs>,
    kQomListTypesArgsMembers};

namespace {

constexpr qapi::Member kQomListPropertiesArgsMembers[] = {
    {"typename",
     offsetof(QomListPropertiesArgs, typename_),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType QomListPropertiesArgs::kType{
    qapi::kValue<QomListPropertiesArgs>,
    kQomListPropertiesArgsMembers};

namespace {

constexpr qapi::Member kDeviceListPropertiesArgsMembers[] = {
    {"typename",
     offsetof(DeviceListPropertiesArgs, typename_),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DeviceListPropertiesArgs::kType{
    qapi::kValue<DeviceListPropertiesArgs>,
    kDeviceListPropertiesArgsMembers};

namespace {

constexpr qapi::Member kTreeWindowMembers[] = {
    {"region", offsetof(TreeWindow, region), &qapi::type<std::string>, qapi::Presence::Required},
    {"at", offsetof(TreeWindow, at), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"size", offsetof(TreeWindow, size), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"offset", offsetof(TreeWindow, offset), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"priority", offsetof(TreeWindow, priority), &qapi::type<int32_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType TreeWindow::kType{qapi::kValue<TreeWindow>, kTreeWindowMembers};

namespace {

constexpr qapi::Member kTreeWireMembers[] = {
    {"from", offsetof(TreeWire, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(TreeWire, to), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType TreeWire::kType{qapi::kValue<TreeWire>, kTreeWireMembers};

namespace {

constexpr qapi::Member kTreeNodeMembers[] = {
    {"name", offsetof(TreeNode, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(TreeNode, type), &qapi::type<std::string>, qapi::Presence::Required},
    {"life", offsetof(TreeNode, life), &qapi::type<ObjectLife>, qapi::Presence::Required},
    {"properties",
     offsetof(TreeNode, properties),
     &qapi::type<qapi::Any>,
     qapi::Presence::Required},
    {"windows", offsetof(TreeNode, windows), &qapi::type<std::optional<std::vector<TreeWindow>>>},
    {"wires", offsetof(TreeNode, wires), &qapi::type<std::optional<std::vector<TreeWire>>>},
    {"children",
     offsetof(TreeNode, children),
     &qapi::type<std::vector<TreeNode>>,
     qapi::Presence::Required},
    {"text", offsetof(TreeNode, text), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType TreeNode::kType{qapi::kValue<TreeNode>, kTreeNodeMembers};

namespace {

constexpr qapi::Member kQueryTreeArgsMembers[] = {
    {"path", offsetof(QueryTreeArgs, path), &qapi::type<std::string>},
    {"depth", offsetof(QueryTreeArgs, depth), &qapi::type<std::optional<uint32_t>>},
    {"type", offsetof(QueryTreeArgs, type), &qapi::type<std::optional<std::string>>},
    {"name", offsetof(QueryTreeArgs, name), &qapi::type<std::optional<std::string>>},
    {"format", offsetof(QueryTreeArgs, format), &qapi::type<std::optional<GraphFormat>>},
};

}  // namespace

constinit const qapi::ObjectType QueryTreeArgs::kType{
    qapi::kValue<QueryTreeArgs>,
    kQueryTreeArgsMembers};

}  // namespace api
