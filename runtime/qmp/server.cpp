// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/server.h"

#include <utility>

#include <fmt/format.h>

#include "runtime/qmp/session.h"
#include "runtime/qmp/stream.h"

namespace qapi {

QmpServer::QmpServer(EventLoop& loop, Dispatcher& dispatcher, ProgramVersion version)
    : loop_(loop),
      dispatcher_(dispatcher),
      version_(std::move(version)) {}

QmpServer::~QmpServer() {
  for (const std::shared_ptr<Session>& session : sessions_) {
    session->close();
  }
}

Result<std::string> QmpServer::listen(std::string_view address, Reach reach) {
  if (address == "stdio") {
    TRY(listen_on_stdio());
    return std::string(address);
  }
  std::unique_ptr<Listener> listener =
      TRY(Listener::open(loop_, address, reach, [this](int socket) {
        Result<std::unique_ptr<Stream>> stream = Stream::of_socket(loop_, socket);
        // A client that cannot be watched is closed; it sees that.
        if (stream) start_session(*std::move(stream));
      }));
  listeners_.push_back(std::move(listener));
  return listeners_.back()->address();
}

Result<> QmpServer::listen_on_stdio() {
  if (uses_stdio_) return fail("stdio: address in use");
  start_session(TRY(Stream::of_stdio(loop_)));
  uses_stdio_ = true;
  return {};
}

void QmpServer::close(std::string_view address) {
  std::erase_if(listeners_, [&](const std::unique_ptr<Listener>& listener) {
    return listener->address() == address;
  });
}

void QmpServer::start_session(std::unique_ptr<Stream> stream) {
  const auto session = std::make_shared<Session>(
      loop_,
      dispatcher_,
      std::move(stream),
      fmt::format("qmp{}", next_session_++)
  );
  sessions_.insert(session);
  session->start(version_, [this, weak = std::weak_ptr<Session>(session)] {
    sessions_.erase(weak.lock());
  });
}

}  // namespace qapi
