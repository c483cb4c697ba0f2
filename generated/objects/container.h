// Generated from schema/object/container.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/object/container.cpp.

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

/// Properties of `container`.
struct ContainerProps {};

/// What a snapshot of `container` holds.
struct ContainerState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// An object that only holds others, as a folder does.
Result<std::unique_ptr<Object>> create_container(Platform& platform);

}  // namespace vm
