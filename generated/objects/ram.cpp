// Generated from schema/devices/ram.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/ram.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, RamState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const RamState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
