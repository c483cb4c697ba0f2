// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/server.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

#include "vm/machine/vm.h"

namespace vm::gdb {

Result<std::shared_ptr<Server>> Server::open(Vm& vm, Settings settings) {
  std::shared_ptr<Server> server(new Server(vm, std::move(settings)));
  TRY(server->start());
  return server;
}

Server::~Server() {
  if (session_ != nullptr) session_->close();
}

Result<> Server::start() {
  constexpr std::string_view kDescriptor = "fd:";
  qapi::EventLoop& loop = vm_.loop();
  if (settings_.listen == "stdio") {
    connect(TRY(qapi::Stream::of_stdio(loop)));
    return {};
  }
  if (settings_.listen.starts_with(kDescriptor)) {
    const std::string_view name = std::string_view(settings_.listen).substr(kDescriptor.size());
    return adopt(TRY(vm_.descriptors().take(name)));
  }
  listener_ = TRY(qapi::Listener::open(loop, settings_.listen, settings_.reach, connector()));
  settings_.listen = listener_->address();
  return {};
}

/// A socket that listens, or is connected to gdb already.
Result<> Server::adopt(qapi::Fd socket) {
  int is_listening = 0;
  socklen_t size = sizeof(is_listening);
  if (::getsockopt(socket.get(), SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &size) != 0) {
    return fail(fmt::format("{}: {}", settings_.listen, std::strerror(errno)));
  }
  qapi::EventLoop& loop = vm_.loop();
  if (is_listening == 0) {
    connect(TRY(qapi::Stream::of_socket(loop, socket.release())));
    return {};
  }
  listener_ = TRY(qapi::Listener::adopt(loop, std::move(socket), settings_.listen, connector()));
  return {};
}

qapi::Listener::OnConnect Server::connector() {
  return [this](int socket) {
    Result<std::unique_ptr<qapi::Stream>> stream = qapi::Stream::of_socket(vm_.loop(), socket);
    // A second gdb, or one that cannot be watched, sees that it is hung up on.
    if (stream && session_ == nullptr) connect(*std::move(stream));
  };
}

void Server::connect(std::unique_ptr<qapi::Stream> stream) {
  session_ = std::make_shared<Session>(vm_, settings_.id, std::move(stream));
  // It ends no later than this: see the destructor.
  session_->start([this] { session_.reset(); });
}

std::optional<std::string> Server::client() const {
  if (session_ == nullptr) return std::nullopt;
  return session_->client();
}

void Server::guest_stopped() {
  if (const auto session = session_) session->stub().guest_stopped();
}

void Server::program_ends(int exit_status) {
  if (const auto session = session_) session->stub().program_ends(exit_status);
}

}  // namespace vm::gdb
