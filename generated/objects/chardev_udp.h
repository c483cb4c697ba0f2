// Generated from schema/backends/chardev-udp.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/chardev_udp.cpp.

#pragma once

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

/// Properties of `chardev-udp`.
struct ChardevUdpProps {
  /// path of a file that keeps what is sent, whether anybody receives it or not; it ends where it
  /// cannot be written
  std::optional<std::string> logfile;

  /// keep what is in `logfile`
  bool logappend = false;

  /// several devices may use the backend, and monitors (monitor-add with `listen=chardev:ID`).
  /// What each of them sends goes out; what comes in is for one of them, at first that which was
  /// there first, and for the next one after Ctrl-A c. Ctrl-A h shows what else there is.
  bool mux = false;

  /// the address that what is sent goes to
  SocketAddressLegacy remote;

  /// the address that what is received comes to; any free one when not given
  std::optional<SocketAddressLegacy> local;
};

/// What a snapshot of `chardev-udp` holds.
struct ChardevUdpState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A datagram socket. What is sent goes out in datagrams of up to 4096 bytes, and is lost where
/// nobody takes it.
Result<std::unique_ptr<Object>> create_chardev_udp(Platform& platform);

}  // namespace vm
