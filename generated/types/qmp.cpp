// Generated from qapigen/qmp.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/qmp.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kQMPCapabilityNames[] = {
    "oob",
};
}  // namespace

std::string_view to_string(QMPCapability value) {
  return kQMPCapabilityNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kQMPCapabilityType{kQMPCapabilityNames};

namespace {

constexpr qapi::Member kQmpCapabilitiesArgsMembers[] = {
    {"enable",
     offsetof(QmpCapabilitiesArgs, enable),
     &qapi::type<std::optional<std::vector<QMPCapability>>>},
};

}  // namespace

constinit const qapi::ObjectType QmpCapabilitiesArgs::kType{
    qapi::kValue<QmpCapabilitiesArgs>,
    kQmpCapabilitiesArgsMembers};

namespace {

constexpr qapi::Member kVersionTripleMembers[] = {
    {"major", offsetof(VersionTriple, major_), &qapi::type<int64_t>, qapi::Presence::Required},
    {"minor", offsetof(VersionTriple, minor_), &qapi::type<int64_t>, qapi::Presence::Required},
    {"micro", offsetof(VersionTriple, micro), &qapi::type<int64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VersionTriple::kType{
    qapi::kValue<VersionTriple>,
    kVersionTripleMembers};

namespace {

constexpr qapi::Member kVersionInfoMembers[] = {
    {"qemu", offsetof(VersionInfo, qemu), &qapi::type<VersionTriple>, qapi::Presence::Required},
    {"package", offsetof(VersionInfo, package), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VersionInfo::kType{qapi::kValue<VersionInfo>, kVersionInfoMembers};

namespace {

constexpr qapi::Member kCommandInfoMembers[] = {
    {"name", offsetof(CommandInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"group", offsetof(CommandInfo, group), &qapi::type<std::optional<std::string>>},
    {"read-only", offsetof(CommandInfo, read_only), &qapi::type<bool>, qapi::Presence::Required},
    {"stands-for", offsetof(CommandInfo, stands_for), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType CommandInfo::kType{qapi::kValue<CommandInfo>, kCommandInfoMembers};

namespace {

constexpr qapi::Member kQueryCommandsArgsMembers[] = {
    {"callable-in",
     offsetof(QueryCommandsArgs, callable_in),
     &qapi::type<std::optional<std::string>>},
    {"now", offsetof(QueryCommandsArgs, now), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType QueryCommandsArgs::kType{
    qapi::kValue<QueryCommandsArgs>,
    kQueryCommandsArgsMembers};

namespace {

constexpr qapi::Member kPhaseInfoMembers[] = {
    {"name", offsetof(PhaseInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"phases",
     offsetof(PhaseInfo, phases),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"view", offsetof(PhaseInfo, view), &qapi::type<std::optional<std::string>>},
    {"before", offsetof(PhaseInfo, before), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType PhaseInfo::kType{qapi::kValue<PhaseInfo>, kPhaseInfoMembers};

namespace {

constexpr qapi::Member kPhaseMoveMembers[] = {
    {"from",
     offsetof(PhaseMove, from),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"to",
     offsetof(PhaseMove, to),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PhaseMove::kType{qapi::kValue<PhaseMove>, kPhaseMoveMembers};

namespace {

constexpr qapi::Member kPhaseRuleMembers[] = {
    {"name", offsetof(PhaseRule, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"in",
     offsetof(PhaseRule, in),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"moves",
     offsetof(PhaseRule, moves),
     &qapi::type<std::vector<PhaseMove>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PhaseRule::kType{qapi::kValue<PhaseRule>, kPhaseRuleMembers};

namespace {

constexpr qapi::Member kCommandRuleMembers[] = {
    {"name", offsetof(CommandRule, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"in",
     offsetof(CommandRule, in),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"moves",
     offsetof(CommandRule, moves),
     &qapi::type<std::vector<PhaseMove>>,
     qapi::Presence::Required},
    {"step", offsetof(CommandRule, step), &qapi::type<bool>, qapi::Presence::Required},
    {"walks", offsetof(CommandRule, walks), &qapi::type<bool>, qapi::Presence::Required},
    {"mandatory",
     offsetof(CommandRule, mandatory),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType CommandRule::kType{qapi::kValue<CommandRule>, kCommandRuleMembers};

namespace {

constexpr qapi::Member kTransitionInfoMembers[] = {
    {"name", offsetof(TransitionInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"in",
     offsetof(TransitionInfo, in),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"moves",
     offsetof(TransitionInfo, moves),
     &qapi::type<std::vector<PhaseMove>>,
     qapi::Presence::Required},
    {"emits", offsetof(TransitionInfo, emits), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType TransitionInfo::kType{
    qapi::kValue<TransitionInfo>,
    kTransitionInfoMembers};

namespace {

constexpr qapi::Member kPhaseStepMembers[] = {
    {"from", offsetof(PhaseStep, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(PhaseStep, to), &qapi::type<std::string>, qapi::Presence::Required},
    {"command", offsetof(PhaseStep, command), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PhaseStep::kType{qapi::kValue<PhaseStep>, kPhaseStepMembers};

namespace {

constexpr qapi::Member kPhasesInfoMembers[] = {
    {"name", offsetof(PhasesInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"phase", offsetof(PhasesInfo, phase), &qapi::type<std::string>, qapi::Presence::Required},
    {"goal", offsetof(PhasesInfo, goal), &qapi::type<std::optional<std::string>>},
    {"phases",
     offsetof(PhasesInfo, phases),
     &qapi::type<std::vector<PhaseInfo>>,
     qapi::Presence::Required},
    {"commands",
     offsetof(PhasesInfo, commands),
     &qapi::type<std::vector<CommandRule>>,
     qapi::Presence::Required},
    {"transitions",
     offsetof(PhasesInfo, transitions),
     &qapi::type<std::vector<TransitionInfo>>,
     qapi::Presence::Required},
    {"steps",
     offsetof(PhasesInfo, steps),
     &qapi::type<std::vector<PhaseStep>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PhasesInfo::kType{qapi::kValue<PhasesInfo>, kPhasesInfoMembers};

namespace {

constexpr qapi::Member kPhaseChangedEventMembers[] = {
    {"from", offsetof(PhaseChangedEvent, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(PhaseChangedEvent, to), &qapi::type<std::string>, qapi::Presence::Required},
    {"cause",
     offsetof(PhaseChangedEvent, cause),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PhaseChangedEvent::kType{
    qapi::kValue<PhaseChangedEvent>,
    kPhaseChangedEventMembers};

}  // namespace api
