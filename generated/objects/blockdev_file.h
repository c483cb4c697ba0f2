// Generated from schema/backends/blockdev-file.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_file.cpp.

#pragma once

#include <memory>
#include <optional>
#include <string>

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

/// Properties of `blockdev-file`.
struct BlockdevFileProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// its path; `/dev/fdset/N` is one that was handed over with add-fd, `fd:NAME` one that getfd
  /// gave this name, or on the command line the number under which it was inherited
  std::string filename;

  /// keep other programs, QEMU among them, from using the file in a way that does not go together
  /// with ours
  OnOffAuto locking = OnOffAuto::Auto;

  /// who waits for the host to read and write what devices ask for; nodes above that have threads
  /// of their own wait there
  BlockdevAioOptions aio = BlockdevAioOptions::Threads;
};

/// What a snapshot of `blockdev-file` holds.
struct BlockdevFileState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A file or a block device of the host.
Result<std::unique_ptr<Object>> create_blockdev_file(Platform& platform);

}  // namespace vm
