// Generated from schema/devices/sifive-test.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/sifive_test.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, SifiveTestState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const SifiveTestState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
