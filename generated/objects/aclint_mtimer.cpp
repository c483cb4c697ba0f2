// Generated from schema/devices/aclint-mtimer.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/aclint_mtimer.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, AclintMtimerState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("mtimecmp", value.mtimecmp);
  object.defaulted("mtime-delta", value.mtime_delta);
  return object.finish();
}

void encode(qapi::Writer& out, const AclintMtimerState& value) {
  qapi::ObjectWriter object(out);
  object.member("mtimecmp", value.mtimecmp);
  object.member("mtime-delta", value.mtime_delta);
}

}  // namespace api
