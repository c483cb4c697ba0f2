// Generated from schema/backends/filter-dump.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/filter_dump.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType FilterDumpState::kType{qapi::kValue<FilterDumpState>, {}};

}  // namespace api
