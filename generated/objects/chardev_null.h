// Generated from schema/backends/chardev-null.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/chardev_null.cpp.

#pragma once

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

/// Properties of `chardev-null`.
struct ChardevNullProps {};

/// What a snapshot of `chardev-null` holds.
struct ChardevNullState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Takes everything and gives nothing.
Result<std::unique_ptr<Object>> create_chardev_null(Platform& platform);

}  // namespace vm
