// Generated from schema/backends/blockdev-qcow2.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_qcow2.cpp.

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

/// Properties of `blockdev-qcow2`.
struct BlockdevQcow2Props {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// the node that it lies in
  vm::Link file;

  /// the node that is seen where the image holds nothing; without it the one that the image names
  vm::Link backing;

  /// do not open the one that the image names
  bool no_backing = false;

  /// how much of the image's tables is kept in memory (bytes, 0 to 4294967296)
  uint64_t cache_size = 33554432;
};

/// What a snapshot of `blockdev-qcow2` holds.
struct BlockdevQcow2State {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A disk image in the format qcow2, in another node.
Result<std::unique_ptr<Object>> create_blockdev_qcow2(Platform& platform);

}  // namespace vm
