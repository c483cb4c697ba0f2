// Generated from schema/devices/pvpanic-mmio.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/pvpanic_mmio.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, PvpanicMmioState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const PvpanicMmioState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
