// Generated from schema/backends/netdev-null.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/netdev_null.cpp.

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

/// Properties of `netdev-null`.
struct NetdevNullProps {};

/// What a snapshot of `netdev-null` holds.
struct NetdevNullState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Takes everything and gives nothing.
Result<std::unique_ptr<Object>> create_netdev_null(Platform& platform);

}  // namespace vm
