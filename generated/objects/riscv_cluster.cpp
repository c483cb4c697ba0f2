// Generated from schema/devices/riscv-cluster.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/riscv_cluster.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, RiscvClusterState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const RiscvClusterState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
