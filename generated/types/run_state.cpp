// Generated from schema/run-state.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/run_state.h"

#include <cstddef>

#include "generated/types/phases.h"

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kShutdownCauseNames[] = {
    "host-error",
    "host-qmp-quit",
    "host-qmp-system-reset",
    "host-signal",
    "host-ui",
    "guest-shutdown",
    "guest-reset",
    "guest-panic",
};
}  // namespace

std::string_view to_string(ShutdownCause value) {
  return kShutdownCauseNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kShutdownCauseType{kShutdownCauseNames};

namespace {
constexpr std::string_view kGuestPanicActionNames[] = {
    "pause",
    "shutdown",
};
}  // namespace

std::string_view to_string(GuestPanicAction value) {
  return kGuestPanicActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kGuestPanicActionType{kGuestPanicActionNames};

namespace {
constexpr std::string_view kWatchdogActionNames[] = {
    "reset",
    "poweroff",
    "pause",
    "debug",
    "none",
};
}  // namespace

std::string_view to_string(WatchdogAction value) {
  return kWatchdogActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kWatchdogActionType{kWatchdogActionNames};

namespace {
constexpr std::string_view kTrapLoopActionNames[] = {
    "none",
    "pause",
};
}  // namespace

std::string_view to_string(TrapLoopAction value) {
  return kTrapLoopActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kTrapLoopActionType{kTrapLoopActionNames};

namespace {
constexpr std::string_view kShutdownActionNames[] = {
    "poweroff",
    "pause",
};
}  // namespace

std::string_view to_string(ShutdownAction value) {
  return kShutdownActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kShutdownActionType{kShutdownActionNames};

namespace {
constexpr std::string_view kRebootActionNames[] = {
    "reset",
    "shutdown",
};
}  // namespace

std::string_view to_string(RebootAction value) {
  return kRebootActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kRebootActionType{kRebootActionNames};

namespace {
constexpr std::string_view kPanicActionNames[] = {
    "pause",
    "exit-failure",
};
}  // namespace

std::string_view to_string(PanicAction value) {
  return kPanicActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kPanicActionType{kPanicActionNames};

namespace {

constexpr qapi::Member kStatusInfoMembers[] = {
    {"running", offsetof(StatusInfo, running), &qapi::type<bool>, qapi::Presence::Required},
    {"status", offsetof(StatusInfo, status), &qapi::type<RunState>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType StatusInfo::kType{qapi::kValue<StatusInfo>, kStatusInfoMembers};

namespace {

constexpr qapi::Member kMachinePhaseStatusMembers[] = {
    {"phase",
     offsetof(MachinePhaseStatus, phase),
     &qapi::type<VmPhaseGroup>,
     qapi::Presence::Required},
    {"state", offsetof(MachinePhaseStatus, state), &qapi::type<VmPhase>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MachinePhaseStatus::kType{
    qapi::kValue<MachinePhaseStatus>,
    kMachinePhaseStatusMembers};

namespace {

constexpr qapi::Member kShutdownEventMembers[] = {
    {"guest", offsetof(ShutdownEvent, guest), &qapi::type<bool>, qapi::Presence::Required},
    {"reason",
     offsetof(ShutdownEvent, reason),
     &qapi::type<ShutdownCause>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ShutdownEvent::kType{
    qapi::kValue<ShutdownEvent>,
    kShutdownEventMembers};

namespace {

constexpr qapi::Member kResetEventMembers[] = {
    {"guest", offsetof(ResetEvent, guest), &qapi::type<bool>, qapi::Presence::Required},
    {"reason", offsetof(ResetEvent, reason), &qapi::type<ShutdownCause>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ResetEvent::kType{qapi::kValue<ResetEvent>, kResetEventMembers};

namespace {

constexpr qapi::Member kGuestPanickedEventMembers[] = {
    {"action",
     offsetof(GuestPanickedEvent, action),
     &qapi::type<GuestPanicAction>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType GuestPanickedEvent::kType{
    qapi::kValue<GuestPanickedEvent>,
    kGuestPanickedEventMembers};

namespace {

constexpr qapi::Member kWatchdogEventMembers[] = {
    {"action",
     offsetof(WatchdogEvent, action),
     &qapi::type<WatchdogAction>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType WatchdogEvent::kType{
    qapi::kValue<WatchdogEvent>,
    kWatchdogEventMembers};

namespace {

constexpr qapi::Member kTrapLoopEventMembers[] = {
    {"hart", offsetof(TrapLoopEvent, hart), &qapi::type<std::string>, qapi::Presence::Required},
    {"address", offsetof(TrapLoopEvent, address), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"action",
     offsetof(TrapLoopEvent, action),
     &qapi::type<TrapLoopAction>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType TrapLoopEvent::kType{
    qapi::kValue<TrapLoopEvent>,
    kTrapLoopEventMembers};

namespace {

constexpr qapi::Member kSetActionArgsMembers[] = {
    {"reboot", offsetof(SetActionArgs, reboot), &qapi::type<std::optional<RebootAction>>},
    {"shutdown", offsetof(SetActionArgs, shutdown), &qapi::type<std::optional<ShutdownAction>>},
    {"panic", offsetof(SetActionArgs, panic), &qapi::type<std::optional<PanicAction>>},
    {"watchdog", offsetof(SetActionArgs, watchdog), &qapi::type<std::optional<WatchdogAction>>},
    {"trap-loop", offsetof(SetActionArgs, trap_loop), &qapi::type<std::optional<TrapLoopAction>>},
};

}  // namespace

constinit const qapi::ObjectType SetActionArgs::kType{
    qapi::kValue<SetActionArgs>,
    kSetActionArgsMembers};

namespace {

constexpr qapi::Member kWatchdogSetActionArgsMembers[] = {
    {"action",
     offsetof(WatchdogSetActionArgs, action),
     &qapi::type<WatchdogAction>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType WatchdogSetActionArgs::kType{
    qapi::kValue<WatchdogSetActionArgs>,
    kWatchdogSetActionArgsMembers};

}  // namespace api
