// Generated from schema/backends/chardev-stdio.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_stdio.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ChardevStdioState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevStdioState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
