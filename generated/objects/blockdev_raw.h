// Generated from schema/backends/blockdev-raw.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_raw.cpp.

#pragma once

#include <cstdint>
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

/// Properties of `blockdev-raw`.
struct BlockdevRawProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// the node below
  vm::Link file;

  /// where in it the part begins (bytes)
  uint64_t offset = 0;

  /// of the part; without it all that follows `offset` (bytes)
  std::optional<uint64_t> size;
};

/// What a snapshot of `blockdev-raw` holds.
struct BlockdevRawState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A part of another node, or all of it, as it is.
Result<std::unique_ptr<Object>> create_blockdev_raw(Platform& platform);

}  // namespace vm
