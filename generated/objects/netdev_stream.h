// Generated from schema/backends/netdev-stream.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/netdev_stream.cpp.

#pragma once

#include <cstdint>
#include <memory>

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

/// Properties of `netdev-stream`.
struct NetdevStreamProps {
  /// the address to listen at or to connect to
  SocketAddress addr;

  /// listen instead of connecting
  bool server = false;

  /// after so many seconds, try again to connect; 0: never. Not for servers, which take the next
  /// peer that connects. (s, 0 to 86400)
  int64_t reconnect = 0;
};

/// What a snapshot of `netdev-stream` holds.
struct NetdevStreamState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A stream socket, to which one peer at a time is connected. While there is none, what is sent
/// is lost, as it is on a cable that ends nowhere.
Result<std::unique_ptr<Object>> create_netdev_stream(Platform& platform);

}  // namespace vm
