// Generated from schema/accel/interp.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/accel/interp.cpp.

#pragma once

#include <cstdint>
#include <memory>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `interp`.
struct InterpProps {
  /// instructions that a hart executes before the next one has its turn (instructions, 1 to
  /// 100000000)
  uint32_t slice = 20000;
};

/// What a snapshot of `interp` holds.
struct InterpState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Interprets guest code, on any host. All harts share one thread and take turns.
Result<std::unique_ptr<Object>> create_interp(Platform& platform);

}  // namespace vm
