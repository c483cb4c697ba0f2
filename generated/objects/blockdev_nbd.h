// Generated from schema/backends/blockdev-nbd.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/blockdev_nbd.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "generated/types/block_core.h"
#include "generated/types/sockets.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `blockdev-nbd`.
struct BlockdevNbdProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;

  /// its address
  SocketAddress server;

  /// which export; without it the server's default one
  std::optional<std::string> export_;

  /// how long requests wait for a server that has gone to come back. After that they fail, until
  /// it does. (s)
  uint32_t reconnect_delay = 0;

  /// for how long it is tried to reach the server at first; 0 is once, and up to 10 seconds for
  /// its answers (s, 0 to 3600)
  uint32_t open_timeout = 0;
};

/// What a snapshot of `blockdev-nbd` holds.
struct BlockdevNbdState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// An export of an NBD server.
Result<std::unique_ptr<Object>> create_blockdev_nbd(Platform& platform);

}  // namespace vm
