// Generated from schema/machine.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/machine.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kMachineSetArgsMembers[] = {
    {"type", offsetof(MachineSetArgs, type), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MachineSetArgs::kType{
    qapi::kValue<MachineSetArgs>,
    kMachineSetArgsMembers,
    offsetof(MachineSetArgs, params)};

namespace {

constexpr qapi::Member kDumpdtbArgsMembers[] = {
    {"filename",
     offsetof(DumpdtbArgs, filename),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"boot", offsetof(DumpdtbArgs, boot), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType DumpdtbArgs::kType{qapi::kValue<DumpdtbArgs>, kDumpdtbArgsMembers};

namespace {

constexpr qapi::Member kMachineParamInfoMembers[] = {
    {"name", offsetof(MachineParamInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(MachineParamInfo, type), &qapi::type<std::string>, qapi::Presence::Required},
    {"default", offsetof(MachineParamInfo, default_), &qapi::type<std::optional<qapi::Any>>},
    {"min", offsetof(MachineParamInfo, min), &qapi::type<std::optional<qapi::Any>>},
    {"max", offsetof(MachineParamInfo, max), &qapi::type<std::optional<qapi::Any>>},
    {"in", offsetof(MachineParamInfo, in), &qapi::type<std::optional<std::vector<qapi::Any>>>},
    {"doc", offsetof(MachineParamInfo, doc), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType MachineParamInfo::kType{
    qapi::kValue<MachineParamInfo>,
    kMachineParamInfoMembers};

namespace {

constexpr qapi::Member kMachineInfoMembers[] = {
    {"name", offsetof(MachineInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"doc", offsetof(MachineInfo, doc), &qapi::type<std::optional<std::string>>},
    {"params",
     offsetof(MachineInfo, params),
     &qapi::type<std::vector<MachineParamInfo>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MachineInfo::kType{qapi::kValue<MachineInfo>, kMachineInfoMembers};

namespace {

constexpr qapi::Member kPartInfoMembers[] = {
    {"name", offsetof(PartInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"doc", offsetof(PartInfo, doc), &qapi::type<std::optional<std::string>>},
    {"params",
     offsetof(PartInfo, params),
     &qapi::type<std::vector<MachineParamInfo>>,
     qapi::Presence::Required},
    {"props",
     offsetof(PartInfo, props),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"ports",
     offsetof(PartInfo, ports),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"spaces",
     offsetof(PartInfo, spaces),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"nodes",
     offsetof(PartInfo, nodes),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PartInfo::kType{qapi::kValue<PartInfo>, kPartInfoMembers};

namespace {

constexpr qapi::Member kPlannedCommandMembers[] = {
    {"execute",
     offsetof(PlannedCommand, execute),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"arguments",
     offsetof(PlannedCommand, arguments),
     &qapi::type<qapi::Any>,
     qapi::Presence::Required},
    {"origin",
     offsetof(PlannedCommand, origin),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PlannedCommand::kType{
    qapi::kValue<PlannedCommand>,
    kPlannedCommandMembers};

namespace {

constexpr qapi::Member kMachinePlanMembers[] = {
    {"commands",
     offsetof(MachinePlan, commands),
     &qapi::type<std::vector<PlannedCommand>>,
     qapi::Presence::Required},
    {"errors",
     offsetof(MachinePlan, errors),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"warnings",
     offsetof(MachinePlan, warnings),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MachinePlan::kType{qapi::kValue<MachinePlan>, kMachinePlanMembers};

namespace {

constexpr qapi::Member kMachinePlanArgsMembers[] = {
    {"type", offsetof(MachinePlanArgs, type), &qapi::type<std::optional<std::string>>},
    {"spec", offsetof(MachinePlanArgs, spec), &qapi::type<std::optional<qapi::Any>>},
};

}  // namespace

constinit const qapi::ObjectType MachinePlanArgs::kType{
    qapi::kValue<MachinePlanArgs>,
    kMachinePlanArgsMembers,
    offsetof(MachinePlanArgs, params)};

}  // namespace api
