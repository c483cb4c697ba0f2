// SPDX-License-Identifier: Apache-2.0
//
// Socket addresses of the schema, for asio and for people. Only .cpp files of backends include
// this.

#pragma once

#include <string>

#include <asio/generic/datagram_protocol.hpp>
#include <asio/generic/stream_protocol.hpp>

#include "generated/types/sockets.h"

#include "runtime/base/fd.h"
#include "vm/base/result.h"

namespace qapi {
class EventLoop;
}  // namespace qapi

namespace vm {

/// The same address in its newer form.
api::SocketAddress without_wrapper(const api::SocketAddressLegacy& legacy);

/// "unix:PATH", "inet:HOST:PORT" with `inet` as the protocol is called, "fd:NAME".
std::string describe(const api::SocketAddress& address, const char* inet);

/// Whether the address is to be bound to, or one that somebody else has.
enum class AddressUse {
  Local,
  Remote
};

/// Not for descriptors that were handed over.
Result<asio::generic::stream_protocol::endpoint> stream_endpoint(
    qapi::EventLoop& loop,
    const api::SocketAddress& address,
    AddressUse use
);
Result<asio::generic::datagram_protocol::endpoint> datagram_endpoint(
    qapi::EventLoop& loop,
    const api::SocketAddress& address,
    AddressUse use
);

/// The path of a Unix socket; null for other addresses.
const std::string* unix_path(const api::SocketAddress& address);

/// What getsockopt() tells of a socket, SOL_SOCKET.
Result<int> socket_option(const qapi::Fd& socket, int option);

/// A socket whose owner died is in the way of the next one, and answers nobody. `type` is
/// SOCK_STREAM or SOCK_DGRAM.
void remove_dead_socket(const std::string& path, int type);

}  // namespace vm
