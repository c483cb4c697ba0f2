// Generated from schema/qom.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/qom.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ObjectAddArgs& value) {
  qapi::ObjectReader object(in);
  object.required("qom-type", value.qom_type);
  object.required("id", value.id);
  object.take_rest(value.properties);
  return object.finish();
}

void encode(qapi::Writer& out, const ObjectAddArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("qom-type", value.qom_type);
  object.member("id", value.id);
  qapi::encode_rest(object, value.properties);
}

bool decode(const qapi::Reader& in, ObjectDelArgs& value) {
  qapi::ObjectReader object(in);
  object.required("id", value.id);
  return object.finish();
}

void encode(qapi::Writer& out, const ObjectDelArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("id", value.id);
}

bool decode(const qapi::Reader& in, ObjectPropertyInfo& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.required("type", value.type);
  object.optional("description", value.description);
  object.optional("default-value", value.default_value);
  return object.finish();
}

void encode(qapi::Writer& out, const ObjectPropertyInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("type", value.type);
  object.optional("description", value.description);
  object.optional("default-value", value.default_value);
}

bool decode(const qapi::Reader& in, QomListArgs& value) {
  qapi::ObjectReader object(in);
  object.required("path", value.path);
  return object.finish();
}

void encode(qapi::Writer& out, const QomListArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("path", value.path);
}

bool decode(const qapi::Reader& in, QomGetArgs& value) {
  qapi::ObjectReader object(in);
  object.required("path", value.path);
  object.required("property", value.property);
  return object.finish();
}

void encode(qapi::Writer& out, const QomGetArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("path", value.path);
  object.member("property", value.property);
}

bool decode(const qapi::Reader& in, QomSetArgs& value) {
  qapi::ObjectReader object(in);
  object.required("path", value.path);
  object.required("property", value.property);
  object.required("value", value.value);
  return object.finish();
}

void encode(qapi::Writer& out, const QomSetArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("path", value.path);
  object.member("property", value.property);
  object.member("value", value.value);
}

bool decode(const qapi::Reader& in, ObjectTypeInfo& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.optional("abstract", value.abstract);
  object.optional("parent", value.parent);
  return object.finish();
}

void encode(qapi::Writer& out, const ObjectTypeInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.optional("abstract", value.abstract);
  object.optional("parent", value.parent);
}

bool decode(const qapi::Reader& in, QomListTypesArgs& value) {
  qapi::ObjectReader object(in);
  object.optional("implements", value.implements);
  object.defaulted("abstract", value.abstract);
  return object.finish();
}

void encode(qapi::Writer& out, const QomListTypesArgs& value) {
  qapi::ObjectWriter object(out);
  object.optional("implements", value.implements);
  object.member("abstract", value.abstract);
}

bool decode(const qapi::Reader& in, QomListPropertiesArgs& value) {
  qapi::ObjectReader object(in);
  object.required("typename", value.typename_);
  return object.finish();
}

void encode(qapi::Writer& out, const QomListPropertiesArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("typename", value.typename_);
}

bool decode(const qapi::Reader& in, DeviceListPropertiesArgs& value) {
  qapi::ObjectReader object(in);
  object.required("typename", value.typename_);
  return object.finish();
}

void encode(qapi::Writer& out, const DeviceListPropertiesArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("typename", value.typename_);
}

bool decode(const qapi::Reader& in, TreeWindow& value) {
  qapi::ObjectReader object(in);
  object.required("region", value.region);
  object.required("at", value.at);
  object.required("size", value.size);
  object.required("offset", value.offset);
  object.required("priority", value.priority);
  return object.finish();
}

void encode(qapi::Writer& out, const TreeWindow& value) {
  qapi::ObjectWriter object(out);
  object.member("region", value.region);
  object.member("at", value.at);
  object.member("size", value.size);
  object.member("offset", value.offset);
  object.member("priority", value.priority);
}

bool decode(const qapi::Reader& in, TreeWire& value) {
  qapi::ObjectReader object(in);
  object.required("from", value.from);
  object.required("to", value.to);
  return object.finish();
}

void encode(qapi::Writer& out, const TreeWire& value) {
  qapi::ObjectWriter object(out);
  object.member("from", value.from);
  object.member("to", value.to);
}

bool decode(const qapi::Reader& in, TreeNode& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.required("type", value.type);
  object.required("life", value.life);
  object.required("properties", value.properties);
  object.optional("windows", value.windows);
  object.optional("wires", value.wires);
  object.required("children", value.children);
  return object.finish();
}

void encode(qapi::Writer& out, const TreeNode& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("type", value.type);
  object.member("life", value.life);
  object.member("properties", value.properties);
  object.optional("windows", value.windows);
  object.optional("wires", value.wires);
  object.member("children", value.children);
}

bool decode(const qapi::Reader& in, QueryTreeArgs& value) {
  qapi::ObjectReader object(in);
  object.defaulted("path", value.path);
  object.optional("depth", value.depth);
  return object.finish();
}

void encode(qapi::Writer& out, const QueryTreeArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("path", value.path);
  object.optional("depth", value.depth);
}

}  // namespace api
