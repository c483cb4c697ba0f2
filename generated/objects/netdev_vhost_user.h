// Generated from schema/backends/netdev-vhost-user.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/netdev_vhost_user.cpp.

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

/// Properties of `netdev-vhost-user`.
struct NetdevVhostUserProps {
  /// the address to listen at or to connect to. Only Unix sockets will do, as memory is handed
  /// over.
  SocketAddress addr;

  /// listen instead of connecting
  bool server = false;

  /// after so many seconds, try again to connect; 0: never. Not for servers, which take the next
  /// back end that connects. (s, 0 to 86400)
  int64_t reconnect = 0;
};

/// What a snapshot of `netdev-vhost-user` holds.
struct NetdevVhostUserState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// The front end of vhost-user, for any card of any machine. One back end at a time is
/// connected, such as a switch in user space. While there is none, or it is not ready yet, what
/// is sent is lost, as it is on a cable that ends nowhere.
///
/// Two queues of 256 frames each and the frames in them are in memory of their own, which is
/// made for each back end anew: it never sees the guest's. Each frame is copied once more for
/// that; in exchange it does not matter what the card is, and snapshots and migration have
/// nothing to do with the back end.
///
/// The back end must offer VIRTIO_F_VERSION_1. Of what else it may offer only
/// VHOST_USER_F_PROTOCOL_FEATURES and VHOST_USER_PROTOCOL_F_REPLY_ACK are taken. One that
/// refuses something, or breaks the rules, is logged and disconnected.
Result<std::unique_ptr<Object>> create_netdev_vhost_user(Platform& platform);

}  // namespace vm
