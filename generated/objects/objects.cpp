// Generated from schema/objects.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/objects.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ObjectState::kType{qapi::kValue<ObjectState>, {}};

constinit const qapi::ObjectType DeviceState::kType{qapi::kValue<DeviceState>, {}};

constinit const qapi::ObjectType BackendState::kType{qapi::kValue<BackendState>, {}};

constinit const qapi::ObjectType ChardevState::kType{qapi::kValue<ChardevState>, {}};

constinit const qapi::ObjectType NetdevState::kType{qapi::kValue<NetdevState>, {}};

constinit const qapi::ObjectType BlockdevState::kType{qapi::kValue<BlockdevState>, {}};

constinit const qapi::ObjectType AccelState::kType{qapi::kValue<AccelState>, {}};

}  // namespace api
