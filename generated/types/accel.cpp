// Generated from schema/accel.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/accel.h"

#include "runtime/json/constraint.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, RefusedAccel& value) {
  qapi::ObjectReader object(in);
  object.required("accel", value.accel);
  object.required("reason", value.reason);
  return object.finish();
}

void encode(qapi::Writer& out, const RefusedAccel& value) {
  qapi::ObjectWriter object(out);
  object.member("accel", value.accel);
  object.member("reason", value.reason);
}

bool decode(const qapi::Reader& in, AccelChoice& value) {
  qapi::ObjectReader object(in);
  object.required("accel", value.accel);
  object.required("refused", value.refused);
  return object.finish();
}

void encode(qapi::Writer& out, const AccelChoice& value) {
  qapi::ObjectWriter object(out);
  object.member("accel", value.accel);
  object.member("refused", value.refused);
}

bool decode(const qapi::Reader& in, AccelSetArgs& value) {
  qapi::ObjectReader object(in);
  object.defaulted("accels", qapi::in_range(value.accels, 1, 16));
  return object.finish();
}

void encode(qapi::Writer& out, const AccelSetArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("accels", value.accels);
}

}  // namespace api
