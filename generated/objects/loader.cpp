// Generated from schema/devices/loader.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/loader.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kLoaderStateMembers[] = {
    {"tohost", offsetof(LoaderState, tohost), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"fromhost", offsetof(LoaderState, fromhost), &qapi::type<uint64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType LoaderState::kType{qapi::kValue<LoaderState>, kLoaderStateMembers};

}  // namespace api
