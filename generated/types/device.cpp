// Generated from schema/device.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/device.h"

#include "runtime/json/constraint.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, DeviceAddArgs& value) {
  qapi::ObjectReader object(in);
  object.required("driver", value.driver);
  object.required("id", value.id);
  object.defaulted("parent", value.parent);
  object.take_rest(value.properties);
  return object.finish();
}

void encode(qapi::Writer& out, const DeviceAddArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("driver", value.driver);
  object.member("id", value.id);
  object.member("parent", value.parent);
  qapi::encode_rest(object, value.properties);
}

bool decode(const qapi::Reader& in, DeviceDelArgs& value) {
  qapi::ObjectReader object(in);
  object.required("id", value.id);
  return object.finish();
}

void encode(qapi::Writer& out, const DeviceDelArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("id", value.id);
}

bool decode(const qapi::Reader& in, MapArgs& value) {
  qapi::ObjectReader object(in);
  object.required("region", value.region);
  object.required("at", qapi::as_size(value.at));
  object.required("into", value.into);
  object.defaulted("offset", qapi::as_size(value.offset));
  object.defaulted("size", qapi::as_size(value.size));
  object.defaulted("priority", value.priority);
  return object.finish();
}

void encode(qapi::Writer& out, const MapArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("region", value.region);
  object.member("at", value.at);
  object.member("into", value.into);
  object.member("offset", value.offset);
  object.optional("size", value.size);
  object.member("priority", value.priority);
}

bool decode(const qapi::Reader& in, UnmapArgs& value) {
  qapi::ObjectReader object(in);
  object.required("region", value.region);
  object.required("at", qapi::as_size(value.at));
  object.required("into", value.into);
  return object.finish();
}

void encode(qapi::Writer& out, const UnmapArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("region", value.region);
  object.member("at", value.at);
  object.member("into", value.into);
}

bool decode(const qapi::Reader& in, ConnectArgs& value) {
  qapi::ObjectReader object(in);
  object.required("from", value.from);
  object.required("to", value.to);
  return object.finish();
}

void encode(qapi::Writer& out, const ConnectArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("from", value.from);
  object.member("to", value.to);
}

bool decode(const qapi::Reader& in, DisconnectArgs& value) {
  qapi::ObjectReader object(in);
  object.required("from", value.from);
  object.required("to", value.to);
  return object.finish();
}

void encode(qapi::Writer& out, const DisconnectArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("from", value.from);
  object.member("to", value.to);
}

}  // namespace api
