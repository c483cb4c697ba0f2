// Generated from schema/devices/rom.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/rom.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, RomState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const RomState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
