// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/monitor.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

#include "runtime/qmp/session.h"
#include "runtime/qmp/stream.h"
#include "runtime/qmp/tls.h"

namespace qapi {

namespace {

constexpr std::string_view kDescriptor = "fd:";
constexpr std::string_view kTcp = "tcp:";

}  // namespace

Monitor::Monitor(const Surroundings& surroundings, const MonitorSettings& settings)
    : surroundings_(surroundings),
      settings_(settings) {
  if (settings.rights.are_limited()) rights_ = std::make_shared<const Rights>(settings.rights);
}

Monitor::~Monitor() {
  *self_ = nullptr;
  for (const std::shared_ptr<Session>& session : sessions_) {
    session->close();
  }
}

Result<std::unique_ptr<Monitor>> Monitor::open(
    const Surroundings& surroundings,
    const MonitorSettings& settings
) {
  TRY(check_groups(settings.rights, surroundings.dispatcher.commands()));
  std::unique_ptr<Monitor> monitor(new Monitor(surroundings, settings));
  TRY(monitor->listen());
  return monitor;
}

Result<> Monitor::listen() {
  EventLoop& loop = surroundings_.loop;
  if (settings_.tls && !settings_.listen.starts_with(kTcp)) {
    return fail(fmt::format("{}: tls is for TCP addresses", settings_.listen));
  }
  if (settings_.tls) tls_ = TRY(TlsIdentity::load(*settings_.tls));
  if (settings_.listen == "stdio") {
    start_session(TRY(Stream::of_stdio(loop)));
    return {};
  }
  if (settings_.listen.starts_with(kDescriptor)) {
    const std::string_view name = std::string_view(settings_.listen).substr(kDescriptor.size());
    Descriptors& descriptors = surroundings_.dispatcher.context().descriptors();
    return listen_on(TRY(descriptors.take(name)));
  }
  if (std::optional<Result<Line>> opened =
          surroundings_.open_line(settings_.listen, settings_.id)) {
    Line line = TRY(*std::move(opened));
    start_session(TRY(Stream::of_socket(loop, line.socket.release())));
    line_ = std::move(line.lender);
    return {};
  }
  listener_ = TRY(Listener::open(loop, settings_.listen, settings_.reach, connector()));
  settings_.listen = listener_->address();
  return {};
}

/// On a socket that listens, or with the one client that it is connected to.
Result<> Monitor::listen_on(Fd socket) {
  int is_listening = 0;
  socklen_t size = sizeof(is_listening);
  if (::getsockopt(socket.get(), SOL_SOCKET, SO_ACCEPTCONN, &is_listening, &size) != 0) {
    return fail(fmt::format("{}: {}", settings_.listen, std::strerror(errno)));
  }
  EventLoop& loop = surroundings_.loop;
  if (is_listening != 0) {
    listener_ = TRY(Listener::adopt(loop, std::move(socket), settings_.listen, connector()));
  } else {
    start_session(TRY(Stream::of_socket(loop, socket.release())));
  }
  return {};
}

Listener::OnConnect Monitor::connector() {
  return [this](int socket) {
    Result<std::unique_ptr<Stream>> stream =
        Stream::of_socket(surroundings_.loop, socket, tls_.get());
    // A client that cannot be watched is closed; it sees that.
    if (stream) start_session(*std::move(stream));
  };
}

void Monitor::start_session(std::unique_ptr<Stream> stream) {
  const auto session = std::make_shared<Session>(
      surroundings_.loop,
      surroundings_.io_thread,
      surroundings_.dispatcher,
      std::move(stream),
      Session::Settings{
          .name = fmt::format("{}.{}", settings_.id, next_session_++),
          .rights = rights_,
          .pretty = settings_.pretty,
      }
  );
  sessions_.insert(session);
  session->start(surroundings_.version, [self = self_, weak = std::weak_ptr<Session>(session)] {
    if (*self != nullptr) (*self)->session_ended(weak.lock());
  });
}

void Monitor::session_ended(const std::shared_ptr<Session>& session) {
  sessions_.erase(session);
  if (!is_alive()) surroundings_.on_idle();
}

std::vector<ClientInfo> Monitor::clients() const {
  std::vector<ClientInfo> clients;
  for (const std::shared_ptr<Session>& session : sessions_) {
    clients.push_back(session->info());
  }
  return clients;
}

}  // namespace qapi
