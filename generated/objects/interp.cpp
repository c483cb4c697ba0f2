// Generated from schema/accel/interp.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/interp.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, InterpState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const InterpState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
