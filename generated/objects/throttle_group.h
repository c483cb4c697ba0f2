// Generated from schema/backends/throttle-group.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/throttle_group.cpp.

#pragma once

#include <memory>
#include <optional>

#include "generated/types/block_core.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `throttle-group`.
struct ThrottleGroupProps {
  /// how much; can be changed at any time
  std::optional<ThrottleLimits> limits;
};

/// What a snapshot of `throttle-group` holds.
struct ThrottleGroupState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// What all nodes of a group may ask for together.
Result<std::unique_ptr<Object>> create_throttle_group(Platform& platform);

}  // namespace vm
