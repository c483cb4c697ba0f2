// Generated from schema/backends/chardev-file.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_file.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ChardevFileState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevFileState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
