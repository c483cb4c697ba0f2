// SPDX-License-Identifier: Apache-2.0
//
// On the wire a link is a string: the path or id of the object it refers to.

#include "vm/object/link.h"

namespace vm {

bool decode(const qapi::Reader& in, Link& value) {
  value.target = nullptr;
  return decode(in, value.path);
}

void encode(qapi::Writer& out, const Link& value) {
  qapi::encode(out, value.path);
}

}  // namespace vm
