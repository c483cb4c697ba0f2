// Generated from schema/explain.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/explain.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kValueSourceNames[] = {
    "default",
    "description",
    "command",
    "program",
};
}  // namespace

std::string_view to_string(ValueSource value) {
  return kValueSourceNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kValueSourceType{kValueSourceNames};

namespace {

constexpr qapi::Member kValueOriginMembers[] = {
    {"name", offsetof(ValueOrigin, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"value", offsetof(ValueOrigin, value), &qapi::type<qapi::Any>, qapi::Presence::Required},
    {"source", offsetof(ValueOrigin, source), &qapi::type<ValueSource>, qapi::Presence::Required},
    {"where", offsetof(ValueOrigin, where), &qapi::type<std::optional<std::string>>},
    {"written", offsetof(ValueOrigin, written), &qapi::type<std::optional<qapi::Any>>},
    {"because",
     offsetof(ValueOrigin, because),
     &qapi::type<std::optional<std::vector<ValueOrigin>>>},
};

}  // namespace

constinit const qapi::ObjectType ValueOrigin::kType{qapi::kValue<ValueOrigin>, kValueOriginMembers};

namespace {

constexpr qapi::Member kObjectOriginMembers[] = {
    {"path", offsetof(ObjectOrigin, path), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(ObjectOrigin, type), &qapi::type<std::string>, qapi::Presence::Required},
    {"source", offsetof(ObjectOrigin, source), &qapi::type<ValueSource>, qapi::Presence::Required},
    {"where", offsetof(ObjectOrigin, where), &qapi::type<std::optional<std::string>>},
    {"properties",
     offsetof(ObjectOrigin, properties),
     &qapi::type<std::vector<ValueOrigin>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ObjectOrigin::kType{
    qapi::kValue<ObjectOrigin>,
    kObjectOriginMembers};

namespace {

constexpr qapi::Member kExplainArgsMembers[] = {
    {"path", offsetof(ExplainArgs, path), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ExplainArgs::kType{qapi::kValue<ExplainArgs>, kExplainArgsMembers};

}  // namespace api
