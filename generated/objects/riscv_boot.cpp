// Generated from schema/devices/riscv-boot.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/riscv_boot.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, RiscvBootState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const RiscvBootState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
