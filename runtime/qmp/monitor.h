// SPDX-License-Identifier: Apache-2.0
//
// Monitor is one address where QMP is spoken, with the clients that came to it. When it goes, it
// hangs up on them.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/rights.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/io_thread.h"
#include "runtime/qmp/line.h"
#include "runtime/qmp/listener.h"
#include "runtime/qmp/reply.h"

namespace qapi {

class Session;
class Stream;
class TlsIdentity;

/// What a monitor is made with.
struct MonitorSettings {
  std::string id = {};      ///< empty: the server chooses one
  std::string listen = {};  ///< `unix:PATH`, `tcp:HOST:PORT`, `fd:NAME`, `stdio` or a Line's
  Rights rights = {};
  bool pretty = false;
  Reach reach = Reach::Loopback;
  std::optional<std::string> tls = {};  ///< folder of the TlsIdentity
};

/// A client, for people to look at.
struct ClientInfo {
  std::string name;
  std::string peer;
  bool is_negotiated = false;
  bool is_oob = false;
};

class Monitor {
 public:
  /// What a monitor belongs to.
  struct Surroundings {
    EventLoop& loop;
    IoThread& io_thread;
    Dispatcher& dispatcher;
    const ProgramVersion& version;
    OpenLine open_line;
    std::function<void()> on_idle;  ///< nobody can connect, and the last client is gone
  };

  static Result<std::unique_ptr<Monitor>> open(
      const Surroundings& surroundings,
      const MonitorSettings& settings
  );

  ~Monitor();
  Monitor(const Monitor&) = delete;
  Monitor& operator=(const Monitor&) = delete;

  /// As asked for, but that `listen` has the port that was chosen.
  const MonitorSettings& settings() const { return settings_; }

  std::vector<ClientInfo> clients() const;
  size_t client_count() const { return sessions_.size(); }

  /// Whether a client is here, or can come.
  bool is_alive() const { return listener_ != nullptr || !sessions_.empty(); }

 private:
  Monitor(const Surroundings& surroundings, const MonitorSettings& settings);

  Result<> listen();
  Result<> listen_on(Fd socket);
  Listener::OnConnect connector();
  void start_session(std::unique_ptr<Stream> stream);
  void session_ended(const std::shared_ptr<Session>& session);

  Surroundings surroundings_;
  MonitorSettings settings_;
  std::shared_ptr<const Rights> rights_;
  std::shared_ptr<const TlsIdentity> tls_;       // null: clients are spoken to in the clear
  std::unique_ptr<Listener> listener_;           // null where one client is connected
  std::shared_ptr<void> line_;                   // null elsewhere
  std::set<std::shared_ptr<Session>> sessions_;  // shared: see Session
  int next_session_ = 0;
  std::shared_ptr<Monitor*> self_ = std::make_shared<Monitor*>(this);  // null when it is gone
};

}  // namespace qapi
