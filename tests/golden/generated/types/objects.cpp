// Generated from golden/devices/objects.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/objects.h"

#include "runtime/json/constraint.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, SensorOptions& value) {
  qapi::ObjectReader object(in);
  object.defaulted("rate", qapi::in_range(value.rate, 1, 1000, "Hz"));
  object.optional("label", value.label);
  return object.finish();
}

void encode(qapi::Writer& out, const SensorOptions& value) {
  qapi::ObjectWriter object(out);
  object.member("rate", value.rate);
  object.optional("label", value.label);
}

}  // namespace api
