// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/stream_peers.h"

#include <chrono>
#include <utility>
#include <variant>

#include <asio/ip/tcp.hpp>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runtime/dispatch/descriptors.h"
#include "runtime/loop/event_loop.h"
#include "vm/backends/socket_address.h"
#include "vm/object/object.h"
#include "vm/object/platform.h"

namespace vm {

using Protocol = asio::generic::stream_protocol;

StreamPeers::StreamPeers(Platform& platform, Where where, Connected connected)
    : platform_(platform),
      where_(std::move(where)),
      connected_(std::move(connected)),
      retry_(platform.loop().io()) {}

StreamPeers::~StreamPeers() {
  *self_ = nullptr;
  if (!bound_path_.empty()) unlink(bound_path_.c_str());
}

std::string StreamPeers::describe() const {
  const std::string text = vm::describe(where_.address, "tcp");
  return where_.server ? text + ",server=on" : text;
}

Result<> StreamPeers::start(
    std::unique_ptr<StreamPeers>& peers,
    const Object& backend,
    Platform& platform,
    Where where,
    Connected connected
) {
  // A peer that is there at once finds them in their place.
  peers.reset(new StreamPeers(platform, std::move(where), std::move(connected)));
  Result<> started = peers->start();
  if (started) return started;
  peers.reset();
  return fail(fmt::format("{}: {}", backend.path(), started.error().desc));
}

Result<> StreamPeers::start() {
  if (where_.server && where_.reconnect_s != 0) return fail("'reconnect' is not for servers");
  Result<> started = try_start();
  if (started) return started;
  return fail(fmt::format("cannot use '{}': {}", describe(), started.error().desc));
}

Result<> StreamPeers::try_start() {
  if (const auto* const fd = where_.address.u.get_if<api::FdSocketAddress>()) {
    if (where_.reconnect_s != 0) return fail("'reconnect' needs an address to connect to");
    return adopt(fd->str);
  }
  return where_.server ? listen() : connect_now();
}

void StreamPeers::next() {
  if (acceptor_ != nullptr) {
    accept();
  } else if (where_.reconnect_s != 0) {
    retry_later();
  }
}

/// Uses a socket that was handed over: one that listens for a server, else one with a peer.
Result<> StreamPeers::adopt(const std::string& name) {
  qapi::Fd fd = TRY(platform_.descriptors().take(name));
  const int family = TRY(socket_option(fd, SO_DOMAIN));
  const int is_listening = TRY(socket_option(fd, SO_ACCEPTCONN));
  if (TRY(socket_option(fd, SO_TYPE)) != SOCK_STREAM) return fail("it is no stream socket");
  if (where_.server != (is_listening != 0)) {
    return fail(
        where_.server ? "the socket does not listen; use server=off"
                      : "the socket listens; use server=on"
    );
  }
  const Protocol protocol(family, 0);
  std::error_code error;
  if (where_.server) {
    acceptor_ = std::make_unique<Acceptor>(platform_.loop().io());
    acceptor_->assign(protocol, fd.get(), error);
    if (!error) accept();
  } else {
    auto peer = std::make_shared<StreamSocket>(platform_.loop().io());
    peer->assign(protocol, fd.get(), error);
    if (!error) use(peer);
  }
  if (error) return fail(error.message());
  fd.release();
  return {};
}

Result<> StreamPeers::listen() {
  const auto endpoint = TRY(stream_endpoint(platform_.loop(), where_.address, AddressUse::Local));
  const std::string* const path = unix_path(where_.address);
  if (path != nullptr) remove_dead_socket(*path, SOCK_STREAM);
  std::error_code error;
  acceptor_ = std::make_unique<Acceptor>(platform_.loop().io());
  acceptor_->open(endpoint.protocol(), error);
  if (!error && path == nullptr)
    acceptor_->set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor_->bind(endpoint, error);
  if (!error && path != nullptr) bound_path_ = *path;
  if (!error) acceptor_->listen(1, error);
  if (error) return fail(error.message());
  accept();
  return {};
}

void StreamPeers::accept() {
  auto peer = std::make_shared<StreamSocket>(platform_.loop().io());
  acceptor_->async_accept(*peer, [self = self_, peer](const std::error_code& error) {
    if (*self == nullptr || error == asio::error::operation_aborted) return;
    if (error) {
      (*self)->accept();
    } else {
      (*self)->use(peer);
    }
  });
}

/// The first attempt of a client that never tries again decides whether there can be the backend
/// at all.
Result<> StreamPeers::connect_now() {
  const auto endpoint = TRY(stream_endpoint(platform_.loop(), where_.address, AddressUse::Remote));
  auto peer = std::make_shared<StreamSocket>(platform_.loop().io());
  std::error_code error;
  peer->connect(endpoint, error);
  if (!error) use(peer);
  if (error && where_.reconnect_s == 0) return fail(error.message());
  if (error) retry_later();
  return {};
}

void StreamPeers::retry_later() {
  retry_.expires_after(std::chrono::seconds(where_.reconnect_s));
  retry_.async_wait([self = self_](const std::error_code& error) {
    if (!error && *self != nullptr)
      (void)(*self)->connect_now();  // fails only when it is not to try again
  });
}

void StreamPeers::use(std::shared_ptr<StreamSocket> peer) {
  std::error_code ignored;
  if (where_.nodelay && where_.address.u.get_if<api::InetSocketAddress>() != nullptr) {
    peer->set_option(asio::ip::tcp::no_delay(true), ignored);
  }
  connected_(std::move(peer));
}

}  // namespace vm
