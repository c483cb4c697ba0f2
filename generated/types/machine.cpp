// Generated from schema/machine.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/machine.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, MachineSetArgs& value) {
  qapi::ObjectReader object(in);
  object.required("type", value.type);
  object.take_rest(value.params);
  return object.finish();
}

void encode(qapi::Writer& out, const MachineSetArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("type", value.type);
  qapi::encode_rest(object, value.params);
}

bool decode(const qapi::Reader& in, MachineParamInfo& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.required("type", value.type);
  object.optional("default", value.default_);
  object.optional("doc", value.doc);
  return object.finish();
}

void encode(qapi::Writer& out, const MachineParamInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("type", value.type);
  object.optional("default", value.default_);
  object.optional("doc", value.doc);
}

bool decode(const qapi::Reader& in, MachineInfo& value) {
  qapi::ObjectReader object(in);
  object.required("name", value.name);
  object.optional("doc", value.doc);
  object.required("params", value.params);
  return object.finish();
}

void encode(qapi::Writer& out, const MachineInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.optional("doc", value.doc);
  object.member("params", value.params);
}

bool decode(const qapi::Reader& in, PlannedCommand& value) {
  qapi::ObjectReader object(in);
  object.required("execute", value.execute);
  object.required("arguments", value.arguments);
  object.required("origin", value.origin);
  return object.finish();
}

void encode(qapi::Writer& out, const PlannedCommand& value) {
  qapi::ObjectWriter object(out);
  object.member("execute", value.execute);
  object.member("arguments", value.arguments);
  object.member("origin", value.origin);
}

}  // namespace api
