// Generated from schema/objects.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/objects.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ObjectState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ObjectState&) {
  qapi::ObjectWriter object(out);
}

bool decode(const qapi::Reader& in, DeviceState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const DeviceState&) {
  qapi::ObjectWriter object(out);
}

bool decode(const qapi::Reader& in, BackendState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const BackendState&) {
  qapi::ObjectWriter object(out);
}

bool decode(const qapi::Reader& in, ChardevState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevState&) {
  qapi::ObjectWriter object(out);
}

bool decode(const qapi::Reader& in, AccelState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const AccelState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
