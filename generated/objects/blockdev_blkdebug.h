// Generated from schema/backends/blockdev-blkdebug.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_blkdebug.cpp.

#pragma once

#include <memory>
#include <optional>
#include <vector>

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

/// Properties of `blockdev-blkdebug`.
struct BlockdevBlkdebugProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// the node below
  vm::Link image;

  /// what fails; can be changed at any time. The first that a request matches counts.
  std::optional<std::vector<BlkdebugInjectError>> inject_error;
};

/// What a snapshot of `blockdev-blkdebug` holds.
struct BlockdevBlkdebugState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Another node, whose requests fail as told: for tests of what a guest, and who manages it,
/// makes of a disk's errors.
Result<std::unique_ptr<Object>> create_blockdev_blkdebug(Platform& platform);

}  // namespace vm
