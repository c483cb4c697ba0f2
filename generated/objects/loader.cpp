// Generated from schema/devices/loader.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/loader.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, LoaderState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("tohost", value.tohost);
  object.defaulted("fromhost", value.fromhost);
  return object.finish();
}

void encode(qapi::Writer& out, const LoaderState& value) {
  qapi::ObjectWriter object(out);
  object.member("tohost", value.tohost);
  object.member("fromhost", value.fromhost);
}

}  // namespace api
