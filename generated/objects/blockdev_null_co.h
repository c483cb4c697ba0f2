// Generated from schema/backends/blockdev-null-co.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_null_co.cpp.

#pragma once

#include <cstdint>
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

/// Properties of `blockdev-null-co`.
struct BlockdevNullCoProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// what it pretends to hold (bytes)
  uint64_t size = 1073741824;

  /// reads give zeroes; else they leave the guest's memory as it is
  bool read_zeroes = false;
};

/// What a snapshot of `blockdev-null-co` holds.
struct BlockdevNullCoState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A node without a medium: what is written is lost.
Result<std::unique_ptr<Object>> create_blockdev_null_co(Platform& platform);

}  // namespace vm
