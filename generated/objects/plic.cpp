// Generated from schema/devices/plic.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/plic.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, PlicState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("priority", value.priority);
  object.defaulted("pending", value.pending);
  object.defaulted("claimed", value.claimed);
  object.defaulted("level", value.level);
  object.defaulted("enable", value.enable);
  object.defaulted("threshold", value.threshold);
  return object.finish();
}

void encode(qapi::Writer& out, const PlicState& value) {
  qapi::ObjectWriter object(out);
  object.member("priority", value.priority);
  object.member("pending", value.pending);
  object.member("claimed", value.claimed);
  object.member("level", value.level);
  object.member("enable", value.enable);
  object.member("threshold", value.threshold);
}

}  // namespace api
