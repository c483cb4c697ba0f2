// Generated from golden/devices/objects.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/objects.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, PartState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const PartState&) {
  qapi::ObjectWriter object(out);
}

bool decode(const qapi::Reader& in, SensorState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const SensorState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
