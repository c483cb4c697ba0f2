// Generated from qapigen/startup.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/startup.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kUntilPhaseArgsMembers[] = {
    {"phase", offsetof(UntilPhaseArgs, phase), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType UntilPhaseArgs::kType{
    qapi::kValue<UntilPhaseArgs>,
    kUntilPhaseArgsMembers};

namespace {

constexpr qapi::Member kScriptRunArgsMembers[] = {
    {"file", offsetof(ScriptRunArgs, file), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ScriptRunArgs::kType{
    qapi::kValue<ScriptRunArgs>,
    kScriptRunArgsMembers};

namespace {

constexpr qapi::Member kConfigLoadArgsMembers[] = {
    {"file", offsetof(ConfigLoadArgs, file), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ConfigLoadArgs::kType{
    qapi::kValue<ConfigLoadArgs>,
    kConfigLoadArgsMembers};

}  // namespace api
