// Generated from schema/compat.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/compat.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kCompatPolicyInputNames[] = {
    "accept",
    "reject",
};
}  // namespace

std::string_view to_string(CompatPolicyInput value) {
  return kCompatPolicyInputNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kCompatPolicyInputType{kCompatPolicyInputNames};

namespace {
constexpr std::string_view kCompatPolicyOutputNames[] = {
    "accept",
    "hide",
};
}  // namespace

std::string_view to_string(CompatPolicyOutput value) {
  return kCompatPolicyOutputNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kCompatPolicyOutputType{kCompatPolicyOutputNames};

namespace {

constexpr qapi::Member kSetCompatArgsMembers[] = {
    {"deprecated-input", offsetof(SetCompatArgs, deprecated_input), &qapi::type<CompatPolicyInput>},
    {"deprecated-output",
     offsetof(SetCompatArgs, deprecated_output),
     &qapi::type<CompatPolicyOutput>},
    {"unstable-input", offsetof(SetCompatArgs, unstable_input), &qapi::type<CompatPolicyInput>},
    {"unstable-output", offsetof(SetCompatArgs, unstable_output), &qapi::type<CompatPolicyOutput>},
};

}  // namespace

constinit const qapi::ObjectType SetCompatArgs::kType{
    qapi::kValue<SetCompatArgs>,
    kSetCompatArgsMembers};

}  // namespace api
