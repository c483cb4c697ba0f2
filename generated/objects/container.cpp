// Generated from schema/object/container.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/container.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, ContainerState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const ContainerState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
