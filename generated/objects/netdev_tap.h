// Generated from schema/backends/netdev-tap.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/netdev_tap.cpp.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `netdev-tap`.
struct NetdevTapProps {
  /// name of the interface, which is created if there is none and we may; without it the host
  /// chooses one
  std::optional<std::string> ifname;

  /// instead of `ifname`, a TAP interface that is open with IFF_NO_PI: the name that getfd gave
  /// it, or on the command line the number under which it was inherited
  std::optional<std::string> fd;
};

/// What a snapshot of `netdev-tap` holds.
struct NetdevTapState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A TAP interface of the host: what the guest sends arrives there, and the other way round.
Result<std::unique_ptr<Object>> create_netdev_tap(Platform& platform);

}  // namespace vm
