// SPDX-License-Identifier: Apache-2.0
//
// QmpServer offers QMP on any number of addresses, to any number of clients at a time.
//
//   QmpServer server(loop, dispatcher, {.major = 1, .package = "example"});
//   TRY(server.listen("unix:/run/example.sock"));
//   loop.run();

#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/listener.h"
#include "runtime/qmp/reply.h"

namespace qapi {

class Session;
class Stream;

class QmpServer {
 public:
  QmpServer(EventLoop& loop, Dispatcher& dispatcher, ProgramVersion version);
  ~QmpServer();
  QmpServer(const QmpServer&) = delete;
  QmpServer& operator=(const QmpServer&) = delete;

  /// `unix:PATH`, `tcp:HOST:PORT` or `stdio`. Returns the address as it came to be: with the port
  /// that was chosen for port 0.
  Result<std::string> listen(std::string_view address, Reach reach = Reach::Loopback);

  /// Stops listening on what listen() returned; its clients stay.
  void close(std::string_view address);

  size_t client_count() const { return sessions_.size(); }

 private:
  Result<> listen_on_stdio();
  void start_session(std::unique_ptr<Stream> stream);

  EventLoop& loop_;
  Dispatcher& dispatcher_;
  ProgramVersion version_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  std::set<std::shared_ptr<Session>> sessions_;  // shared: see Session
  int next_session_ = 0;
  bool uses_stdio_ = false;
};

}  // namespace qapi
