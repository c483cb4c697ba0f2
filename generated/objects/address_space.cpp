// Generated from schema/devices/address-space.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/address_space.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, AddressSpaceState&) {
  qapi::ObjectReader object(in);
  return object.finish();
}

void encode(qapi::Writer& out, const AddressSpaceState&) {
  qapi::ObjectWriter object(out);
}

}  // namespace api
