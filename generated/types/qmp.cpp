// Generated from schema/qmp.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/qmp.h"

#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kQMPCapabilityNames[] = {
    "oob",
};
}  // namespace

std::string_view to_string(QMPCapability value) {
  return kQMPCapabilityNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, QMPCapability& value) {
  return qapi::decode_enum(in, kQMPCapabilityNames, value);
}

void encode(qapi::Writer& out, QMPCapability value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, QmpCapabilitiesArgs& value) {
  qapi::ObjectReader object(in);
  object.optional("enable", value.enable);
  return object.finish();
}

void encode(qapi::Writer& out, const QmpCapabilitiesArgs& value) {
  qapi::ObjectWriter object(out);
  object.optional("enable", value.enable);
}

bool decode(const qapi::Reader& in, VersionTriple& value) {
  qapi::ObjectReader object(in);
  object.required("major", value.major_);
  object.required("minor", value.minor_);
  object.required("micro", value.micro);
  return object.finish();
}

void encode(qapi::Writer& out, const VersionTriple& value) {
  qapi::ObjectWriter object(out);
  object.member("major", value.major_);
  object.member("minor", value.minor_);
  object.member("micro", value.micro);
}

bool decode(const qapi::Reader& in, VersionInfo& value) {
  qapi::ObjectReader object(in);
  object.required("qemu", value.qemu);
  object.required("package", value.package);
  return object.finish();
}

void encode(qapi::Writer& out, const VersionInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("qemu", value.qemu);
  object.member("package", value.package);
}

bool decode(const qapi::Reader& in, CommandInfo& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  return object.finish();
}

void encode(qapi::Writer& out, const CommandInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
}

bool decode(const qapi::Reader& in, MachinePhaseStatus& value) {
  qapi::ObjectReader object(in);
  object.required("phase", value.phase);
  object.required("state", value.state);
  return object.finish();
}

void encode(qapi::Writer& out, const MachinePhaseStatus& value) {
  qapi::ObjectWriter object(out);
  object.member("phase", value.phase);
  object.member("state", value.state);
}

bool decode(const qapi::Reader& in, PhaseInfo& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.required("phases", value.phases);
  return object.finish();
}

void encode(qapi::Writer& out, const PhaseInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("phases", value.phases);
}

bool decode(const qapi::Reader& in, PhaseMove& value) {
  qapi::ObjectReader object(in);
  object.required("from", value.from);
  object.required("to", value.to);
  return object.finish();
}

void encode(qapi::Writer& out, const PhaseMove& value) {
  qapi::ObjectWriter object(out);
  object.member("from", value.from);
  object.member("to", value.to);
}

bool decode(const qapi::Reader& in, PhaseRule& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.required("in", value.in);
  object.required("moves", value.moves);
  return object.finish();
}

void encode(qapi::Writer& out, const PhaseRule& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("in", value.in);
  object.member("moves", value.moves);
}

bool decode(const qapi::Reader& in, PhaseStep& value) {
  qapi::ObjectReader object(in);
  object.required("from", value.from);
  object.required("to", value.to);
  object.required("command", value.command);
  return object.finish();
}

void encode(qapi::Writer& out, const PhaseStep& value) {
  qapi::ObjectWriter object(out);
  object.member("from", value.from);
  object.member("to", value.to);
  object.member("command", value.command);
}

bool decode(const qapi::Reader& in, PhasesInfo& value) {
  qapi::ObjectReader object(in);
  object.required("phase", value.phase);
  object.required("phases", value.phases);
  object.required("commands", value.commands);
  object.required("transitions", value.transitions);
  object.required("steps", value.steps);
  return object.finish();
}

void encode(qapi::Writer& out, const PhasesInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("phase", value.phase);
  object.member("phases", value.phases);
  object.member("commands", value.commands);
  object.member("transitions", value.transitions);
  object.member("steps", value.steps);
}

bool decode(const qapi::Reader& in, MonitorAddArgs& value) {
  qapi::ObjectReader object(in);
  object.required("listen", value.listen);
  return object.finish();
}

void encode(qapi::Writer& out, const MonitorAddArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("listen", value.listen);
}

}  // namespace api
