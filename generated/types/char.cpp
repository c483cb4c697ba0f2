// Generated from schema/char.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/char.h"

#include "runtime/json/branch.h"
#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kChardevBackendKindNames[] = {
    "null",
    "stdio",
    "file",
    "socket",
};
}  // namespace

std::string_view to_string(ChardevBackendKind value) {
  return kChardevBackendKindNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, ChardevBackendKind& value) {
  return qapi::decode_enum(in, kChardevBackendKindNames, value);
}

void encode(qapi::Writer& out, ChardevBackendKind value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, ChardevNull&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevNull&) {
  qapi::ObjectWriter object(out);
}

bool decode(const qapi::Reader& in, ChardevStdio& value) {
  qapi::ObjectReader object(in);
  object.defaulted("signal", value.signal);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevStdio& value) {
  qapi::ObjectWriter object(out);
  object.member("signal", value.signal);
}

bool decode(const qapi::Reader& in, ChardevFile& value) {
  qapi::ObjectReader object(in);
  object.optional("in", value.in);
  object.required("out", value.out);
  object.defaulted("append", value.append);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevFile& value) {
  qapi::ObjectWriter object(out);
  object.optional("in", value.in);
  object.member("out", value.out);
  object.member("append", value.append);
}

bool decode(const qapi::Reader& in, ChardevSocket& value) {
  qapi::ObjectReader object(in);
  object.required("addr", value.addr);
  object.defaulted("server", value.server);
  object.defaulted("wait", value.wait);
  object.defaulted("nodelay", value.nodelay);
  object.defaulted("reconnect", qapi::in_range(value.reconnect, 0, 86400, "s"));
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevSocket& value) {
  qapi::ObjectWriter object(out);
  object.member("addr", value.addr);
  object.member("server", value.server);
  object.member("wait", value.wait);
  object.member("nodelay", value.nodelay);
  object.member("reconnect", value.reconnect);
}

bool decode(const qapi::Reader& in, ChardevNullWrapper& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevNullWrapper& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, ChardevNullWrapper& value) {
  object.required("data", value.data);
}

void encode_members(qapi::ObjectWriter& object, const ChardevNullWrapper& value) {
  object.member("data", value.data);
}

bool decode(const qapi::Reader& in, ChardevStdioWrapper& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevStdioWrapper& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, ChardevStdioWrapper& value) {
  object.required("data", value.data);
}

void encode_members(qapi::ObjectWriter& object, const ChardevStdioWrapper& value) {
  object.member("data", value.data);
}

bool decode(const qapi::Reader& in, ChardevFileWrapper& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevFileWrapper& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, ChardevFileWrapper& value) {
  object.required("data", value.data);
}

void encode_members(qapi::ObjectWriter& object, const ChardevFileWrapper& value) {
  object.member("data", value.data);
}

bool decode(const qapi::Reader& in, ChardevSocketWrapper& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevSocketWrapper& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, ChardevSocketWrapper& value) {
  object.required("data", value.data);
}

void encode_members(qapi::ObjectWriter& object, const ChardevSocketWrapper& value) {
  object.member("data", value.data);
}

namespace {

void decode_members(qapi::ObjectReader& object, ChardevBackend& value) {
  ChardevBackendKind type{};
  if (!object.required("type", type)) return object.ignore_rest();
  switch (type) {
    case ChardevBackendKind::Null:
      decode_members(object, qapi::emplace<ChardevBackendKind::Null>(value.u));
      break;
    case ChardevBackendKind::Stdio:
      decode_members(object, qapi::emplace<ChardevBackendKind::Stdio>(value.u));
      break;
    case ChardevBackendKind::File:
      decode_members(object, qapi::emplace<ChardevBackendKind::File>(value.u));
      break;
    case ChardevBackendKind::Socket:
      decode_members(object, qapi::emplace<ChardevBackendKind::Socket>(value.u));
      break;
  }
}

void encode_members(qapi::ObjectWriter& object, const ChardevBackend& value) {
  object.member("type", value.type());
  switch (value.type()) {
    case ChardevBackendKind::Null:
      encode_members(object, qapi::get<ChardevBackendKind::Null>(value.u));
      break;
    case ChardevBackendKind::Stdio:
      encode_members(object, qapi::get<ChardevBackendKind::Stdio>(value.u));
      break;
    case ChardevBackendKind::File:
      encode_members(object, qapi::get<ChardevBackendKind::File>(value.u));
      break;
    case ChardevBackendKind::Socket:
      encode_members(object, qapi::get<ChardevBackendKind::Socket>(value.u));
      break;
  }
}

}  // namespace

bool decode(const qapi::Reader& in, ChardevBackend& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevBackend& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

bool decode(const qapi::Reader& in, ChardevReturn& value) {
  qapi::ObjectReader object(in);
  object.optional("pty", value.pty);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevReturn& value) {
  qapi::ObjectWriter object(out);
  object.optional("pty", value.pty);
}

bool decode(const qapi::Reader& in, ChardevAddArgs& value) {
  qapi::ObjectReader object(in);
  object.required("id", value.id);
  object.required("backend", value.backend);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevAddArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("id", value.id);
  object.member("backend", value.backend);
}

bool decode(const qapi::Reader& in, ChardevRemoveArgs& value) {
  qapi::ObjectReader object(in);
  object.required("id", value.id);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevRemoveArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("id", value.id);
}

bool decode(const qapi::Reader& in, ChardevInfo& value) {
  qapi::ObjectReader object(in);
  object.required("label", value.label);
  object.required("filename", value.filename);
  object.required("frontend-open", value.frontend_open);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("label", value.label);
  object.member("filename", value.filename);
  object.member("frontend-open", value.frontend_open);
}

}  // namespace api
