// Generated from qapigen/introspect.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/introspect.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kSchemaMetaTypeNames[] = {
    "builtin",
    "enum",
    "array",
    "object",
    "alternate",
    "command",
    "event",
};
}  // namespace

std::string_view to_string(SchemaMetaType value) {
  return kSchemaMetaTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kSchemaMetaTypeType{kSchemaMetaTypeNames};

namespace {
constexpr std::string_view kJSONTypeNames[] = {
    "string",
    "number",
    "int",
    "boolean",
    "null",
    "object",
    "array",
    "value",
};
}  // namespace

std::string_view to_string(JSONType value) {
  return kJSONTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kJSONTypeType{kJSONTypeNames};

namespace {

constexpr qapi::Member kSchemaInfoBuiltinMembers[] = {
    {"json-type",
     offsetof(SchemaInfoBuiltin, json_type),
     &qapi::type<JSONType>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoBuiltin::kType{
    qapi::kValue<SchemaInfoBuiltin>,
    kSchemaInfoBuiltinMembers};

namespace {

constexpr qapi::Member kSchemaInfoEnumMembers[] = {
    {"members",
     offsetof(SchemaInfoEnum, members),
     &qapi::type<std::vector<SchemaInfoEnumMember>>,
     qapi::Presence::Required},
    {"values",
     offsetof(SchemaInfoEnum, values),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoEnum::kType{
    qapi::kValue<SchemaInfoEnum>,
    kSchemaInfoEnumMembers};

namespace {

constexpr qapi::Member kSchemaInfoArrayMembers[] = {
    {"element-type",
     offsetof(SchemaInfoArray, element_type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoArray::kType{
    qapi::kValue<SchemaInfoArray>,
    kSchemaInfoArrayMembers};

namespace {

constexpr qapi::Member kSchemaInfoObjectMembers[] = {
    {"members",
     offsetof(SchemaInfoObject, members),
     &qapi::type<std::vector<SchemaInfoObjectMember>>,
     qapi::Presence::Required},
    {"tag", offsetof(SchemaInfoObject, tag), &qapi::type<std::optional<std::string>>},
    {"variants",
     offsetof(SchemaInfoObject, variants),
     &qapi::type<std::optional<std::vector<SchemaInfoObjectVariant>>>},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoObject::kType{
    qapi::kValue<SchemaInfoObject>,
    kSchemaInfoObjectMembers};

namespace {

constexpr qapi::Member kSchemaInfoAlternateMembers[] = {
    {"members",
     offsetof(SchemaInfoAlternate, members),
     &qapi::type<std::vector<SchemaInfoAlternateMember>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoAlternate::kType{
    qapi::kValue<SchemaInfoAlternate>,
    kSchemaInfoAlternateMembers};

namespace {

constexpr qapi::Member kSchemaInfoCommandMembers[] = {
    {"arg-type",
     offsetof(SchemaInfoCommand, arg_type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"ret-type",
     offsetof(SchemaInfoCommand, ret_type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"allow-oob", offsetof(SchemaInfoCommand, allow_oob), &qapi::type<std::optional<bool>>},
    {"phases",
     offsetof(SchemaInfoCommand, phases),
     &qapi::type<std::optional<std::vector<std::string>>>},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoCommand::kType{
    qapi::kValue<SchemaInfoCommand>,
    kSchemaInfoCommandMembers};

namespace {

constexpr qapi::Member kSchemaInfoEventMembers[] = {
    {"arg-type",
     offsetof(SchemaInfoEvent, arg_type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoEvent::kType{
    qapi::kValue<SchemaInfoEvent>,
    kSchemaInfoEventMembers};

namespace {

constexpr qapi::Member kSchemaInfoMembers[] = {
    {"name", offsetof(SchemaInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"features",
     offsetof(SchemaInfo, features),
     &qapi::type<std::optional<std::vector<std::string>>>},
};

constexpr qapi::Choice kSchemaInfoChoice = {
    .tag = "meta-type",
    .values = &kSchemaMetaTypeType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(SchemaInfo, u),
    .operations = decltype(SchemaInfo::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType SchemaInfo::kType{
    qapi::kValue<SchemaInfo>,
    kSchemaInfoMembers,
    kSchemaInfoChoice};

namespace {

constexpr qapi::Member kSchemaInfoEnumMemberMembers[] = {
    {"name",
     offsetof(SchemaInfoEnumMember, name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"features",
     offsetof(SchemaInfoEnumMember, features),
     &qapi::type<std::optional<std::vector<std::string>>>},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoEnumMember::kType{
    qapi::kValue<SchemaInfoEnumMember>,
    kSchemaInfoEnumMemberMembers};

namespace {

constexpr qapi::Member kSchemaInfoObjectMemberMembers[] = {
    {"name",
     offsetof(SchemaInfoObjectMember, name),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"type",
     offsetof(SchemaInfoObjectMember, type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"default", offsetof(SchemaInfoObjectMember, default_), &qapi::type<std::optional<qapi::Any>>},
    {"features",
     offsetof(SchemaInfoObjectMember, features),
     &qapi::type<std::optional<std::vector<std::string>>>},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoObjectMember::kType{
    qapi::kValue<SchemaInfoObjectMember>,
    kSchemaInfoObjectMemberMembers};

namespace {

constexpr qapi::Member kSchemaInfoObjectVariantMembers[] = {
    {"case",
     offsetof(SchemaInfoObjectVariant, case_),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"type",
     offsetof(SchemaInfoObjectVariant, type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoObjectVariant::kType{
    qapi::kValue<SchemaInfoObjectVariant>,
    kSchemaInfoObjectVariantMembers};

namespace {

constexpr qapi::Member kSchemaInfoAlternateMemberMembers[] = {
    {"type",
     offsetof(SchemaInfoAlternateMember, type),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SchemaInfoAlternateMember::kType{
    qapi::kValue<SchemaInfoAlternateMember>,
    kSchemaInfoAlternateMemberMembers};

}  // namespace api
