// Generated from schema/backends/blockdev-throttle.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_throttle.cpp.

#pragma once

#include <memory>
#include <optional>

#include "generated/types/block_core.h"

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `blockdev-throttle`.
struct BlockdevThrottleProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// whose limits; all nodes of a group share them
  vm::Link throttle_group;

  /// the node below
  vm::Link file;
};

/// What a snapshot of `blockdev-throttle` holds.
struct BlockdevThrottleState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Another node, with limits to what is asked of it.
Result<std::unique_ptr<Object>> create_blockdev_throttle(Platform& platform);

}  // namespace vm
