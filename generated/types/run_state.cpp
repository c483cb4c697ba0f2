// Generated from schema/run-state.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/run_state.h"

#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kShutdownCauseNames[] = {
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

bool decode(const qapi::Reader& in, ShutdownCause& value) {
  return qapi::decode_enum(in, kShutdownCauseNames, value);
}

void encode(qapi::Writer& out, ShutdownCause value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kGuestPanicActionNames[] = {
    "pause",
    "shutdown",
};
}  // namespace

std::string_view to_string(GuestPanicAction value) {
  return kGuestPanicActionNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, GuestPanicAction& value) {
  return qapi::decode_enum(in, kGuestPanicActionNames, value);
}

void encode(qapi::Writer& out, GuestPanicAction value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kShutdownActionNames[] = {
    "poweroff",
    "pause",
};
}  // namespace

std::string_view to_string(ShutdownAction value) {
  return kShutdownActionNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, ShutdownAction& value) {
  return qapi::decode_enum(in, kShutdownActionNames, value);
}

void encode(qapi::Writer& out, ShutdownAction value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kRebootActionNames[] = {
    "reset",
    "shutdown",
};
}  // namespace

std::string_view to_string(RebootAction value) {
  return kRebootActionNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, RebootAction& value) {
  return qapi::decode_enum(in, kRebootActionNames, value);
}

void encode(qapi::Writer& out, RebootAction value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kPanicActionNames[] = {
    "pause",
    "exit-failure",
};
}  // namespace

std::string_view to_string(PanicAction value) {
  return kPanicActionNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, PanicAction& value) {
  return qapi::decode_enum(in, kPanicActionNames, value);
}

void encode(qapi::Writer& out, PanicAction value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, StatusInfo& value) {
  qapi::ObjectReader object(in);
  object.required("running", value.running);
  object.required("status", value.status);
  return object.finish();
}

void encode(qapi::Writer& out, const StatusInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("running", value.running);
  object.member("status", value.status);
}

bool decode(const qapi::Reader& in, ShutdownEvent& value) {
  qapi::ObjectReader object(in);
  object.required("guest", value.guest);
  object.required("reason", value.reason);
  return object.finish();
}

void encode(qapi::Writer& out, const ShutdownEvent& value) {
  qapi::ObjectWriter object(out);
  object.member("guest", value.guest);
  object.member("reason", value.reason);
}

bool decode(const qapi::Reader& in, ResetEvent& value) {
  qapi::ObjectReader object(in);
  object.required("guest", value.guest);
  object.required("reason", value.reason);
  return object.finish();
}

void encode(qapi::Writer& out, const ResetEvent& value) {
  qapi::ObjectWriter object(out);
  object.member("guest", value.guest);
  object.member("reason", value.reason);
}

bool decode(const qapi::Reader& in, GuestPanickedEvent& value) {
  qapi::ObjectReader object(in);
  object.required("action", value.action);
  return object.finish();
}

void encode(qapi::Writer& out, const GuestPanickedEvent& value) {
  qapi::ObjectWriter object(out);
  object.member("action", value.action);
}

bool decode(const qapi::Reader& in, SetActionArgs& value) {
  qapi::ObjectReader object(in);
  object.optional("reboot", value.reboot);
  object.optional("shutdown", value.shutdown);
  object.optional("panic", value.panic);
  return object.finish();
}

void encode(qapi::Writer& out, const SetActionArgs& value) {
  qapi::ObjectWriter object(out);
  object.optional("reboot", value.reboot);
  object.optional("shutdown", value.shutdown);
  object.optional("panic", value.panic);
}

}  // namespace api
