// Generated from schema/introspect.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/introspect.h"

#include "runtime/json/branch.h"
#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kSchemaMetaTypeNames[] = {
    "builtin",
    "enum",
    "array",
    "object",
    "alternate",
    "command",
    "event",
};
}  // namespace

std::string_view to_string(SchemaMetaType value) {
  return kSchemaMetaTypeNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, SchemaMetaType& value) {
  return qapi::decode_enum(in, kSchemaMetaTypeNames, value);
}

void encode(qapi::Writer& out, SchemaMetaType value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kJSONTypeNames[] = {
    "string",
    "number",
    "int",
    "boolean",
    "null",
    "object",
    "array",
    "value",
};
}  // namespace

std::string_view to_string(JSONType value) {
  return kJSONTypeNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, JSONType& value) {
  return qapi::decode_enum(in, kJSONTypeNames, value);
}

void encode(qapi::Writer& out, JSONType value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, SchemaInfoBuiltin& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoBuiltin& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoBuiltin& value) {
  object.required("json-type", value.json_type);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoBuiltin& value) {
  object.member("json-type", value.json_type);
}

bool decode(const qapi::Reader& in, SchemaInfoEnum& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoEnum& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoEnum& value) {
  object.required("members", value.members);
  object.required("values", value.values);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoEnum& value) {
  object.member("members", value.members);
  object.member("values", value.values);
}

bool decode(const qapi::Reader& in, SchemaInfoArray& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoArray& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoArray& value) {
  object.required("element-type", value.element_type);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoArray& value) {
  object.member("element-type", value.element_type);
}

bool decode(const qapi::Reader& in, SchemaInfoObject& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoObject& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoObject& value) {
  object.required("members", value.members);
  object.optional("tag", value.tag);
  object.optional("variants", value.variants);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoObject& value) {
  object.member("members", value.members);
  object.optional("tag", value.tag);
  object.optional("variants", value.variants);
}

bool decode(const qapi::Reader& in, SchemaInfoAlternate& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoAlternate& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoAlternate& value) {
  object.required("members", value.members);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoAlternate& value) {
  object.member("members", value.members);
}

bool decode(const qapi::Reader& in, SchemaInfoCommand& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoCommand& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoCommand& value) {
  object.required("arg-type", value.arg_type);
  object.required("ret-type", value.ret_type);
  object.optional("allow-oob", value.allow_oob);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoCommand& value) {
  object.member("arg-type", value.arg_type);
  object.member("ret-type", value.ret_type);
  object.optional("allow-oob", value.allow_oob);
}

bool decode(const qapi::Reader& in, SchemaInfoEvent& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoEvent& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, SchemaInfoEvent& value) {
  object.required("arg-type", value.arg_type);
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfoEvent& value) {
  object.member("arg-type", value.arg_type);
}

namespace {

void decode_members(qapi::ObjectReader& object, SchemaInfo& value) {
  object.required("name", value.name);
  object.optional("features", value.features);
  SchemaMetaType meta_type{};
  if (!object.required("meta-type", meta_type)) return object.ignore_rest();
  switch (meta_type) {
    case SchemaMetaType::Builtin:
      decode_members(object, qapi::emplace<SchemaMetaType::Builtin>(value.u));
      break;
    case SchemaMetaType::Enum:
      decode_members(object, qapi::emplace<SchemaMetaType::Enum>(value.u));
      break;
    case SchemaMetaType::Array:
      decode_members(object, qapi::emplace<SchemaMetaType::Array>(value.u));
      break;
    case SchemaMetaType::Object:
      decode_members(object, qapi::emplace<SchemaMetaType::Object>(value.u));
      break;
    case SchemaMetaType::Alternate:
      decode_members(object, qapi::emplace<SchemaMetaType::Alternate>(value.u));
      break;
    case SchemaMetaType::Command:
      decode_members(object, qapi::emplace<SchemaMetaType::Command>(value.u));
      break;
    case SchemaMetaType::Event:
      decode_members(object, qapi::emplace<SchemaMetaType::Event>(value.u));
      break;
  }
}

void encode_members(qapi::ObjectWriter& object, const SchemaInfo& value) {
  object.member("meta-type", value.meta_type());
  object.member("name", value.name);
  object.optional("features", value.features);
  switch (value.meta_type()) {
    case SchemaMetaType::Builtin:
      encode_members(object, qapi::get<SchemaMetaType::Builtin>(value.u));
      break;
    case SchemaMetaType::Enum:
      encode_members(object, qapi::get<SchemaMetaType::Enum>(value.u));
      break;
    case SchemaMetaType::Array:
      encode_members(object, qapi::get<SchemaMetaType::Array>(value.u));
      break;
    case SchemaMetaType::Object:
      encode_members(object, qapi::get<SchemaMetaType::Object>(value.u));
      break;
    case SchemaMetaType::Alternate:
      encode_members(object, qapi::get<SchemaMetaType::Alternate>(value.u));
      break;
    case SchemaMetaType::Command:
      encode_members(object, qapi::get<SchemaMetaType::Command>(value.u));
      break;
    case SchemaMetaType::Event:
      encode_members(object, qapi::get<SchemaMetaType::Event>(value.u));
      break;
  }
}

}  // namespace

bool decode(const qapi::Reader& in, SchemaInfo& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfo& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

bool decode(const qapi::Reader& in, SchemaInfoEnumMember& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.optional("features", value.features);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoEnumMember& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.optional("features", value.features);
}

bool decode(const qapi::Reader& in, SchemaInfoObjectMember& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.required("type", value.type);
  object.optional("default", value.default_);
  object.optional("features", value.features);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoObjectMember& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("type", value.type);
  object.optional("default", value.default_);
  object.optional("features", value.features);
}

bool decode(const qapi::Reader& in, SchemaInfoObjectVariant& value) {
  qapi::ObjectReader object(in);
  object.required("case", value.case_);
  object.required("type", value.type);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoObjectVariant& value) {
  qapi::ObjectWriter object(out);
  object.member("case", value.case_);
  object.member("type", value.type);
}

bool decode(const qapi::Reader& in, SchemaInfoAlternateMember& value) {
  qapi::ObjectReader object(in);
  object.required("type", value.type);
  return object.finish();
}

void encode(qapi::Writer& out, const SchemaInfoAlternateMember& value) {
  qapi::ObjectWriter object(out);
  object.member("type", value.type);
}

}  // namespace api
