// Generated from schema/backends/chardev-socket.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_socket.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ChardevSocketState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ChardevSocketState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
