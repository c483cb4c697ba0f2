// Generated from schema/phases.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/phases.h"

#include "runtime/json/enum.h"

namespace api {

namespace {
constexpr std::string_view kVmPhaseNames[] = {
    "no-machine",     "machine-created", "accel-created", "machine-initialized",
    "prelaunch",      "inmigrate",       "running",       "paused",
    "suspended",      "debug",           "io-error",      "internal-error",
    "guest-panicked", "watchdog",        "shutdown",      "finish-migrate",
    "postmigrate",    "save-vm",         "restore-vm",
};
}  // namespace

std::string_view to_string(VmPhase value) {
  return kVmPhaseNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kVmPhaseType{kVmPhaseNames};

namespace {
constexpr std::string_view kVmPhaseGroupNames[] = {
    "no-machine",
    "machine-created",
    "accel-created",
    "machine-initialized",
    "machine-ready",
};
}  // namespace

std::string_view to_string(VmPhaseGroup value) {
  return kVmPhaseGroupNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kVmPhaseGroupType{kVmPhaseGroupNames};

namespace {
constexpr std::string_view kRunStateNames[] = {
    "prelaunch",
    "inmigrate",
    "running",
    "paused",
    "suspended",
    "debug",
    "io-error",
    "internal-error",
    "guest-panicked",
    "watchdog",
    "shutdown",
    "finish-migrate",
    "postmigrate",
    "save-vm",
    "restore-vm",
};
}  // namespace

std::string_view to_string(RunState value) {
  return kRunStateNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kRunStateType{kRunStateNames};

namespace {
constexpr std::string_view kObjectLifeNames[] = {
    "created",
    "configured",
    "realized",
    "unrealized",
    "destroyed",
};
}  // namespace

std::string_view to_string(ObjectLife value) {
  return kObjectLifeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kObjectLifeType{kObjectLifeNames};

namespace {
constexpr std::string_view kObjectLifeGroupNames[] = {
    "created",
    "configured",
    "realized",
    "unrealized",
    "destroyed",
};
}  // namespace

std::string_view to_string(ObjectLifeGroup value) {
  return kObjectLifeGroupNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kObjectLifeGroupType{kObjectLifeGroupNames};

}  // namespace api
