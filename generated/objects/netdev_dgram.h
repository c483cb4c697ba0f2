// Generated from schema/backends/netdev-dgram.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/netdev_dgram.cpp.

#pragma once

#include <memory>
#include <optional>

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

/// Properties of `netdev-dgram`.
struct NetdevDgramProps {
  /// the address to receive at. Not needed for a Unix socket that only sends; a descriptor that
  /// was handed over is given here, alone.
  std::optional<SocketAddress> local;

  /// the address to send to
  std::optional<SocketAddress> remote;
};

/// What a snapshot of `netdev-dgram` holds.
struct NetdevDgramState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A datagram socket: each frame is a datagram.
Result<std::unique_ptr<Object>> create_netdev_dgram(Platform& platform);

}  // namespace vm
