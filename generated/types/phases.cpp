// Generated from schema/phases.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/phases.h"

#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kVmPhaseNames[] = {
    "no-machine",
    "machine-created",
    "accel-created",
    "machine-initialized",
    "prelaunch",
    "running",
    "paused",
    "guest-panicked",
    "shutdown",
};
}  // namespace

std::string_view to_string(VmPhase value) {
  return kVmPhaseNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, VmPhase& value) {
  return qapi::decode_enum(in, kVmPhaseNames, value);
}

void encode(qapi::Writer& out, VmPhase value) {
  out.string(to_string(value));
}

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

bool decode(const qapi::Reader& in, VmPhaseGroup& value) {
  return qapi::decode_enum(in, kVmPhaseGroupNames, value);
}

void encode(qapi::Writer& out, VmPhaseGroup value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kRunStateNames[] = {
    "prelaunch",
    "running",
    "paused",
    "guest-panicked",
    "shutdown",
};
}  // namespace

std::string_view to_string(RunState value) {
  return kRunStateNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, RunState& value) {
  return qapi::decode_enum(in, kRunStateNames, value);
}

void encode(qapi::Writer& out, RunState value) {
  out.string(to_string(value));
}

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

bool decode(const qapi::Reader& in, ObjectLife& value) {
  return qapi::decode_enum(in, kObjectLifeNames, value);
}

void encode(qapi::Writer& out, ObjectLife value) {
  out.string(to_string(value));
}

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

bool decode(const qapi::Reader& in, ObjectLifeGroup& value) {
  return qapi::decode_enum(in, kObjectLifeGroupNames, value);
}

void encode(qapi::Writer& out, ObjectLifeGroup value) {
  out.string(to_string(value));
}

}  // namespace api
