// Generated from schema/backends/chardev-null.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_null.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ChardevNullState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevNullState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
