// SPDX-License-Identifier: Apache-2.0
//
// Server listens for gdb. One can be connected at a time; others are hung up on.
//
//   auto server = TRY(gdb::Server::open(vm, {.id = "gdb0", .listen = "tcp:127.0.0.1:1234"}));

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "runtime/base/fd.h"
#include "runtime/qmp/listener.h"
#include "vm/base/result.h"
#include "vm/gdb/session.h"
#include "vm/machine/debug_server.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::gdb {

class Server final : public DebugServer {
 public:
  struct Settings {
    std::string id;
    std::string listen;  ///< `unix:PATH`, `tcp:HOST:PORT`, `fd:NAME` or `stdio`
    qapi::Reach reach = qapi::Reach::Loopback;
  };

  static Result<std::shared_ptr<Server>> open(Vm& vm, Settings settings);

  ~Server() override;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  const std::string& id() const override { return settings_.id; }
  std::string listen() const override { return settings_.listen; }
  std::optional<std::string> client() const override;
  void guest_stopped() override;
  void program_ends(int exit_status) override;

 private:
  Server(Vm& vm, Settings settings) : vm_(vm), settings_(std::move(settings)) {}

  Result<> start();
  Result<> adopt(qapi::Fd socket);
  qapi::Listener::OnConnect connector();
  void connect(std::unique_ptr<qapi::Stream> stream);

  Vm& vm_;
  Settings settings_;
  std::unique_ptr<qapi::Listener> listener_;  // null where one client is connected for good
  std::shared_ptr<Session> session_;
};

}  // namespace vm::gdb
