// Generated from schema/devices/aclint-mswi.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/aclint_mswi.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, AclintMswiState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("pending", value.pending);
  return object.finish();
}

void encode(qapi::Writer& out, const AclintMswiState& value) {
  qapi::ObjectWriter object(out);
  object.member("pending", value.pending);
}

}  // namespace api
