// Generated from schema/devices/sifive-test.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/sifive_test.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType SifiveTestState::kType{qapi::kValue<SifiveTestState>, {}};

}  // namespace api
