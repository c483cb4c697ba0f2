// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/introspect.h"

#include "generated/introspect/introspection.h"

#include "vm/machine/vm.h"

namespace vm {

Result<qapi::RawJson> commands::query_qmp_schema(Vm&) {
  return qapi::RawJson{api::introspection_json()};
}

}  // namespace vm
