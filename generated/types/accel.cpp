// Generated from schema/accel.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/accel.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kRefusedAccelMembers[] = {
    {"accel", offsetof(RefusedAccel, accel), &qapi::type<std::string>, qapi::Presence::Required},
    {"reason", offsetof(RefusedAccel, reason), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType RefusedAccel::kType{
    qapi::kValue<RefusedAccel>,
    kRefusedAccelMembers};

namespace {

constexpr qapi::Member kAccelChoiceMembers[] = {
    {"accel", offsetof(AccelChoice, accel), &qapi::type<std::string>, qapi::Presence::Required},
    {"refused",
     offsetof(AccelChoice, refused),
     &qapi::type<std::vector<RefusedAccel>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType AccelChoice::kType{qapi::kValue<AccelChoice>, kAccelChoiceMembers};

namespace {
constexpr qapi::InRange<std::vector<std::string>> kAccelSetArgsAccelsRange{{1, 16, ""}};
constexpr qapi::InRange<std::optional<uint8_t>> kAccelSetArgsIcountRange{{0, 10, "log2 ns"}};

constexpr qapi::Member kAccelSetArgsMembers[] = {
    {"accels",
     offsetof(AccelSetArgs, accels),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Optional,
     &kAccelSetArgsAccelsRange},
    {"threads", offsetof(AccelSetArgs, threads), &qapi::type<std::optional<bool>>},
    {"icount",
     offsetof(AccelSetArgs, icount),
     &qapi::type<std::optional<uint8_t>>,
     qapi::Presence::Optional,
     &kAccelSetArgsIcountRange},
};

}  // namespace

constinit const qapi::ObjectType AccelSetArgs::kType{
    qapi::kValue<AccelSetArgs>,
    kAccelSetArgsMembers};

}  // namespace api
