// SPDX-License-Identifier: Apache-2.0
//
// QmpServer offers QMP on any number of monitors, to any number of clients at a time.
//
//   QmpServer server(loop, dispatcher, {.major = 1, .package = "example"});
//   const Monitor* monitor = TRY(server.add({.listen = "unix:/run/example.sock"}));
//   loop.run();

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/io_thread.h"
#include "runtime/qmp/monitor.h"
#include "runtime/qmp/reply.h"

namespace qapi {

class QmpServer {
 public:
  QmpServer(EventLoop& loop, Dispatcher& dispatcher, ProgramVersion version);
  ~QmpServer();
  QmpServer(const QmpServer&) = delete;
  QmpServer& operator=(const QmpServer&) = delete;

  /// Called when the last client is gone and none can come any more.
  void set_on_idle(std::function<void()> on_idle) { on_idle_ = std::move(on_idle); }

  /// What else than an address of the host a monitor can be at.
  void set_open_line(OpenLine open_line) { open_line_ = std::move(open_line); }

  /// Opens a monitor; taken back when the command that does it fails in the end.
  Result<const Monitor*> add(MonitorSettings settings);

  /// Closes a monitor once that is certain; until then it only cannot be seen.
  Result<> remove(std::string_view id);

  const std::vector<std::shared_ptr<Monitor>>& monitors() const { return monitors_; }

  /// Whether a client is here, or can come.
  bool is_alive() const;

 private:
  Result<> check_id(std::string_view id) const;
  const Monitor* find(std::string_view id) const;
  void erase(const Monitor* monitor);
  void idle();

  EventLoop& loop_;
  Dispatcher& dispatcher_;
  ProgramVersion version_;
  std::function<void()> on_idle_ = [] {};
  OpenLine open_line_ = [](std::string_view, std::string_view) { return std::nullopt; };
  IoThread io_thread_;  // before the monitors: it sends their last answers
  std::vector<std::shared_ptr<Monitor>> monitors_;  // shared with the undo log
};

}  // namespace qapi
