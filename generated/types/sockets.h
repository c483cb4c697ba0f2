// Generated from schema/sockets.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string>
#include <string_view>

#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Families of addresses.
enum class SocketAddressType {
  Inet,  ///< TCP
  Unix,  ///< Unix sockets
  Fd,    ///< a socket that was handed over
};

std::string_view to_string(SocketAddressType value);
extern const qapi::EnumType kSocketAddressTypeType;
constexpr const qapi::EnumType& type_of(SocketAddressType) {
  return kSocketAddressTypeType;
}

/// An address of TCP.
struct InetSocketAddress {
  /// host name or IP address
  std::string host;

  /// port number or service name; 0 when listening: any free one
  std::string port;

  bool operator==(const InetSocketAddress&) const = default;

  static const qapi::ObjectType kType;
};

/// The address of a Unix socket.
struct UnixSocketAddress {
  /// path in the file system
  std::string path;

  bool operator==(const UnixSocketAddress&) const = default;

  static const qapi::ObjectType kType;
};

/// A socket that somebody else has made.
struct FdSocketAddress {
  /// the name that getfd gave it, or on the command line the number under which it was inherited
  std::string str;

  bool operator==(const FdSocketAddress&) const = default;

  static const qapi::ObjectType kType;
};

/// The address of a stream socket.
struct SocketAddress {
  /// The branches, in the order of `SocketAddressType`.
  qapi::Variant<InetSocketAddress, UnixSocketAddress, FdSocketAddress> u;

  /// its family
  SocketAddressType type() const { return static_cast<SocketAddressType>(u.index()); }

  bool operator==(const SocketAddress&) const = default;

  static const qapi::ObjectType kType;
};

/// See `InetSocketAddressWrapper`.
struct InetSocketAddressWrapper {
  /// the address
  InetSocketAddress data;

  bool operator==(const InetSocketAddressWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `UnixSocketAddressWrapper`.
struct UnixSocketAddressWrapper {
  /// the address
  UnixSocketAddress data;

  bool operator==(const UnixSocketAddressWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// See `FdSocketAddressWrapper`.
struct FdSocketAddressWrapper {
  /// the address
  FdSocketAddress data;

  bool operator==(const FdSocketAddressWrapper&) const = default;

  static const qapi::ObjectType kType;
};

/// The address of a stream socket, in the older form that character backends take.
struct SocketAddressLegacy {
  /// The branches, in the order of `SocketAddressType`.
  qapi::Variant<InetSocketAddressWrapper, UnixSocketAddressWrapper, FdSocketAddressWrapper> u;

  /// its family
  SocketAddressType type() const { return static_cast<SocketAddressType>(u.index()); }

  bool operator==(const SocketAddressLegacy&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
