// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/socket_address.h"

#include <cerrno>
#include <cstring>
#include <variant>

#include <asio/ip/tcp.hpp>
#include <asio/ip/udp.hpp>
#include <asio/local/datagram_protocol.hpp>
#include <asio/local/stream_protocol.hpp>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "runtime/loop/event_loop.h"

namespace vm {
namespace {

constexpr size_t kLongestPath = sizeof(sockaddr_un::sun_path) - 1;

template <typename Protocol>
Result<typename Protocol::endpoint> resolve(
    qapi::EventLoop& loop,
    const api::InetSocketAddress& address,
    AddressUse use
) {
  using Resolver = asio::ip::resolver_base;
  const auto flags = use == AddressUse::Local ? Resolver::passive : Resolver::flags{};
  std::error_code error;
  typename Protocol::resolver resolver(loop.io());
  const auto found = resolver.resolve(address.host, address.port, flags, error);
  if (error) return fail(error.message());
  return found.begin()->endpoint();
}

/// `Inet` and `Local` are asio's protocols, `Endpoint` is what both become.
template <typename Endpoint, typename Inet, typename Local>
Result<Endpoint> endpoint(
    qapi::EventLoop& loop,
    const api::SocketAddress& address,
    AddressUse use
) {
  if (const auto* inet = address.u.get_if<api::InetSocketAddress>()) {
    return Endpoint(TRY(resolve<Inet>(loop, *inet, use)));
  }
  const std::string* const path = unix_path(address);
  if (path == nullptr) return fail("a descriptor has no address");
  if (path->empty() || path->size() > kLongestPath) {
    return fail(fmt::format("the path must have 1 to {} bytes", kLongestPath));
  }
  return Endpoint(typename Local::endpoint(*path));
}

}  // namespace

api::SocketAddress without_wrapper(const api::SocketAddressLegacy& legacy) {
  return legacy.u.visit([](const auto& wrapper) { return api::SocketAddress{wrapper.data}; });
}

std::string describe(const api::SocketAddress& address, const char* inet) {
  if (const auto* host = address.u.get_if<api::InetSocketAddress>()) {
    return fmt::format("{}:{}:{}", inet, host->host, host->port);
  }
  if (const std::string* const path = unix_path(address)) return "unix:" + *path;
  return "fd:" + address.u.get_if<api::FdSocketAddress>()->str;
}

const std::string* unix_path(const api::SocketAddress& address) {
  const auto* const found = address.u.get_if<api::UnixSocketAddress>();
  return found != nullptr ? &found->path : nullptr;
}

Result<asio::generic::stream_protocol::endpoint> stream_endpoint(
    qapi::EventLoop& loop,
    const api::SocketAddress& address,
    AddressUse use
) {
  using Endpoint = asio::generic::stream_protocol::endpoint;
  return endpoint<Endpoint, asio::ip::tcp, asio::local::stream_protocol>(loop, address, use);
}

Result<asio::generic::datagram_protocol::endpoint> datagram_endpoint(
    qapi::EventLoop& loop,
    const api::SocketAddress& address,
    AddressUse use
) {
  using Endpoint = asio::generic::datagram_protocol::endpoint;
  return endpoint<Endpoint, asio::ip::udp, asio::local::datagram_protocol>(loop, address, use);
}

Result<int> socket_option(const qapi::Fd& socket, int option) {
  int value = 0;
  socklen_t size = sizeof(value);
  if (getsockopt(socket.get(), SOL_SOCKET, option, &value, &size) == 0) return value;
  return fail(std::strerror(errno));
}

void remove_dead_socket(const std::string& path, int type) {
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0 || !S_ISSOCK(info.st_mode)) return;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, kLongestPath);
  const qapi::Fd probe(socket(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const auto* const place = reinterpret_cast<const sockaddr*>(&address);
  const bool is_refused =
      connect(probe.get(), place, sizeof(address)) != 0 && errno == ECONNREFUSED;
  if (is_refused) unlink(path.c_str());
}

}  // namespace vm
