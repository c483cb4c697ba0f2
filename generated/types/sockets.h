// Generated from schema/sockets.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// Families of addresses.
enum class SocketAddressType {
  Inet,  ///< TCP
  Unix,  ///< Unix sockets
};

std::string_view to_string(SocketAddressType value);
bool decode(const qapi::Reader& in, SocketAddressType& value);
void encode(qapi::Writer& out, SocketAddressType value);

/// An address of TCP.
struct InetSocketAddress {
  /// host name or IP address
  std::string host;

  /// port number or service name; 0 when listening: any free one
  std::string port;

  bool operator==(const InetSocketAddress&) const = default;
};

bool decode(const qapi::Reader& in, InetSocketAddress& value);
void encode(qapi::Writer& out, const InetSocketAddress& value);
void decode_members(qapi::ObjectReader& object, InetSocketAddress& value);
void encode_members(qapi::ObjectWriter& object, const InetSocketAddress& value);

/// The address of a Unix socket.
struct UnixSocketAddress {
  /// path in the file system
  std::string path;

  bool operator==(const UnixSocketAddress&) const = default;
};

bool decode(const qapi::Reader& in, UnixSocketAddress& value);
void encode(qapi::Writer& out, const UnixSocketAddress& value);
void decode_members(qapi::ObjectReader& object, UnixSocketAddress& value);
void encode_members(qapi::ObjectWriter& object, const UnixSocketAddress& value);

/// The address of a stream socket.
struct SocketAddress {
  /// The branches, in the order of `SocketAddressType`.
  std::variant<InetSocketAddress, UnixSocketAddress> u;

  /// its family
  SocketAddressType type() const { return static_cast<SocketAddressType>(u.index()); }

  bool operator==(const SocketAddress&) const = default;
};

bool decode(const qapi::Reader& in, SocketAddress& value);
void encode(qapi::Writer& out, const SocketAddress& value);

/// See `InetSocketAddressWrapper`.
struct InetSocketAddressWrapper {
  /// the address
  InetSocketAddress data;

  bool operator==(const InetSocketAddressWrapper&) const = default;
};

bool decode(const qapi::Reader& in, InetSocketAddressWrapper& value);
void encode(qapi::Writer& out, const InetSocketAddressWrapper& value);
void decode_members(qapi::ObjectReader& object, InetSocketAddressWrapper& value);
void encode_members(qapi::ObjectWriter& object, const InetSocketAddressWrapper& value);

/// See `UnixSocketAddressWrapper`.
struct UnixSocketAddressWrapper {
  /// the address
  UnixSocketAddress data;

  bool operator==(const UnixSocketAddressWrapper&) const = default;
};

bool decode(const qapi::Reader& in, UnixSocketAddressWrapper& value);
void encode(qapi::Writer& out, const UnixSocketAddressWrapper& value);
void decode_members(qapi::ObjectReader& object, UnixSocketAddressWrapper& value);
void encode_members(qapi::ObjectWriter& object, const UnixSocketAddressWrapper& value);

/// The address of a stream socket, in the older form that character backends take.
struct SocketAddressLegacy {
  /// The branches, in the order of `SocketAddressType`.
  std::variant<InetSocketAddressWrapper, UnixSocketAddressWrapper> u;

  /// its family
  SocketAddressType type() const { return static_cast<SocketAddressType>(u.index()); }

  bool operator==(const SocketAddressLegacy&) const = default;
};

bool decode(const qapi::Reader& in, SocketAddressLegacy& value);
void encode(qapi::Writer& out, const SocketAddressLegacy& value);

}  // namespace api
