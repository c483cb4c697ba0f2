// Generated from qapigen/descriptors.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/descriptors.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kGetfdArgsMembers[] = {
    {"fdname", offsetof(GetfdArgs, fdname), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType GetfdArgs::kType{qapi::kValue<GetfdArgs>, kGetfdArgsMembers};

namespace {

constexpr qapi::Member kClosefdArgsMembers[] = {
    {"fdname", offsetof(ClosefdArgs, fdname), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ClosefdArgs::kType{qapi::kValue<ClosefdArgs>, kClosefdArgsMembers};

namespace {

constexpr qapi::Member kAddfdInfoMembers[] = {
    {"fdset-id", offsetof(AddfdInfo, fdset_id), &qapi::type<int64_t>, qapi::Presence::Required},
    {"fd", offsetof(AddfdInfo, fd), &qapi::type<int64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType AddfdInfo::kType{qapi::kValue<AddfdInfo>, kAddfdInfoMembers};

namespace {

constexpr qapi::Member kAddFdArgsMembers[] = {
    {"fdset-id", offsetof(AddFdArgs, fdset_id), &qapi::type<std::optional<int64_t>>},
    {"opaque", offsetof(AddFdArgs, opaque), &qapi::type<std::optional<std::string>>},
    {"inherited", offsetof(AddFdArgs, inherited), &qapi::type<std::optional<int32_t>>},
};

}  // namespace

constinit const qapi::ObjectType AddFdArgs::kType{qapi::kValue<AddFdArgs>, kAddFdArgsMembers};

namespace {

constexpr qapi::Member kRemoveFdArgsMembers[] = {
    {"fdset-id", offsetof(RemoveFdArgs, fdset_id), &qapi::type<int64_t>, qapi::Presence::Required},
    {"fd", offsetof(RemoveFdArgs, fd), &qapi::type<std::optional<int64_t>>},
};

}  // namespace

constinit const qapi::ObjectType RemoveFdArgs::kType{
    qapi::kValue<RemoveFdArgs>,
    kRemoveFdArgsMembers};

namespace {

constexpr qapi::Member kFdsetFdInfoMembers[] = {
    {"fd", offsetof(FdsetFdInfo, fd), &qapi::type<int64_t>, qapi::Presence::Required},
    {"opaque", offsetof(FdsetFdInfo, opaque), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType FdsetFdInfo::kType{qapi::kValue<FdsetFdInfo>, kFdsetFdInfoMembers};

namespace {

constexpr qapi::Member kFdsetInfoMembers[] = {
    {"fdset-id", offsetof(FdsetInfo, fdset_id), &qapi::type<int64_t>, qapi::Presence::Required},
    {"fds",
     offsetof(FdsetInfo, fds),
     &qapi::type<std::vector<FdsetFdInfo>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType FdsetInfo::kType{qapi::kValue<FdsetInfo>, kFdsetInfoMembers};

}  // namespace api
