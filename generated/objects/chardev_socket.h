// Generated from schema/backends/chardev-socket.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/backends/chardev_socket.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

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

/// Properties of `chardev-socket`.
struct ChardevSocketProps {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// the address to listen at or to connect to
  SocketAddressLegacy addr;

  /// listen instead of connecting
  bool server = true;

  /// begin only when a peer has connected. Not available: the program would answer nobody
  /// meanwhile.
  bool wait = false;

  /// send small amounts at once, without waiting for more (TCP only)
  bool nodelay = false;

  /// after so many seconds, try again to connect; 0: never. Not for servers, which take the next
  /// peer that connects. (s, 0 to 86400)
  int64_t reconnect = 0;
};

/// What a snapshot of `chardev-socket` holds.
struct ChardevSocketState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A stream socket, to which one peer at a time is connected. While there is none, what is sent
/// is lost, as it is on a serial line without a cable.
Result<std::unique_ptr<Object>> create_chardev_socket(Platform& platform);

}  // namespace vm
