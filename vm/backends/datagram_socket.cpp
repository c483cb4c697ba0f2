// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/datagram_socket.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

#include "runtime/loop/event_loop.h"
#include "vm/backends/socket_address.h"

namespace vm {
namespace {

tl::unexpected<Error> system_error() {
  return fail(std::strerror(errno));
}

}  // namespace

Result<> DatagramSocket::open(
    qapi::EventLoop& loop,
    const std::optional<api::SocketAddress>& local,
    const api::SocketAddress& remote
) {
  remote_ = TRY(datagram_endpoint(loop, remote, AddressUse::Remote));
  qapi::Fd fd(socket(remote_->protocol().family(), SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (fd.get() < 0) return system_error();
  if (local) TRY(bind_local(loop, fd, *local));
  TRY(adopt(loop, std::move(fd)));
  is_connected_ = false;
  return {};
}

Result<> DatagramSocket::bind_local(
    qapi::EventLoop& loop,
    const qapi::Fd& socket,
    const api::SocketAddress& local
) {
  const auto endpoint = TRY(datagram_endpoint(loop, local, AddressUse::Local));
  if (endpoint.protocol().family() != remote_->protocol().family()) {
    return fail("'local' and 'remote' are not of one family");
  }
  const std::string* const path = unix_path(local);
  if (path != nullptr) remove_dead_socket(*path, SOCK_DGRAM);
  const auto size = static_cast<socklen_t>(endpoint.size());
  if (bind(socket.get(), endpoint.data(), size) != 0) return system_error();
  if (path != nullptr) bound_path_ = *path;
  return {};
}

Result<> DatagramSocket::adopt(qapi::EventLoop& loop, qapi::Fd socket) {
  descriptor_ = std::make_shared<Descriptor>(loop.io());
  std::error_code error;
  descriptor_->assign(socket.get(), error);
  if (error) return fail(error.message());
  socket.release();
  is_connected_ = true;
  return {};
}

bool DatagramSocket::try_connect() {
  const auto size = static_cast<socklen_t>(remote_->size());
  is_connected_ = connect(descriptor_->native_handle(), remote_->data(), size) == 0;
  return is_connected_;
}

void DatagramSocket::close() {
  descriptor_ = nullptr;
  if (!bound_path_.empty()) unlink(bound_path_.c_str());
  bound_path_.clear();
}

}  // namespace vm
