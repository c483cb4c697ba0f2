// Generated from golden/devices/heater.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/heater.h"

#include "runtime/json/constraint.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, HeaterState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("control", value.control);
  object.defaulted("setpoint", value.setpoint);
  object.defaulted("history", value.history);
  object.defaulted("log", value.log);
  return object.finish();
}

void encode(qapi::Writer& out, const HeaterState& value) {
  qapi::ObjectWriter object(out);
  object.member("control", value.control);
  object.member("setpoint", value.setpoint);
  object.member("history", value.history);
  object.member("log", value.log);
}

}  // namespace api
