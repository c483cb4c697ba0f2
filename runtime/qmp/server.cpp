// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/server.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/base/free_id.h"
#include "runtime/json/nearest.h"

namespace qapi {

QmpServer::QmpServer(EventLoop& loop, Dispatcher& dispatcher, ProgramVersion version)
    : loop_(loop),
      dispatcher_(dispatcher),
      version_(std::move(version)) {
  dispatcher_.context().events().set_timer(
      [this](std::chrono::milliseconds delay, std::function<void()> task) {
        loop_.run_after(delay, std::move(task));
      }
  );
}

QmpServer::~QmpServer() {
  dispatcher_.context().events().set_timer({});
}

Result<const Monitor*> QmpServer::add(MonitorSettings settings) {
  const auto is_taken = [this](const std::string& id) { return find(id) != nullptr; };
  if (settings.id.empty()) settings.id = free_id("monitor", is_taken);
  TRY(check_id(settings.id));
  if (settings.listen == "stdio") {
    for (const auto& monitor : monitors_) {
      if (monitor->settings().listen == "stdio") return fail("stdio: address in use");
    }
  }
  const Monitor::Surroundings surroundings{
      .loop = loop_,
      .io_thread = io_thread_,
      .dispatcher = dispatcher_,
      .version = version_,
      .open_line = open_line_,
      .on_idle = [this] { idle(); },
  };
  std::shared_ptr<Monitor> monitor = TRY(Monitor::open(surroundings, settings));
  const Monitor* const added = monitor.get();
  monitors_.push_back(std::move(monitor));
  dispatcher_.context().undo().add([this, added] { erase(added); });
  return added;
}

Result<> QmpServer::remove(std::string_view id) {
  const auto found = std::find_if(monitors_.begin(), monitors_.end(), [&](const auto& monitor) {
    return monitor->settings().id == id;
  });
  if (found == monitors_.end()) {
    std::vector<std::string_view> ids;
    for (const auto& monitor : monitors_) {
      ids.push_back(monitor->settings().id);
    }
    return fail(fmt::format("no monitor '{}'{}", id, did_you_mean(id, ids)));
  }
  // The undo log lets go of it when nothing can bring it back; that closes it.
  dispatcher_.context().undo().add([this, at = found - monitors_.begin(), monitor = *found] {
    monitors_.insert(monitors_.begin() + at, monitor);
  });
  monitors_.erase(found);
  if (!is_alive()) loop_.post([this] { idle(); });
  return {};
}

bool QmpServer::is_alive() const {
  return std::any_of(monitors_.begin(), monitors_.end(), [](const auto& monitor) {
    return monitor->is_alive();
  });
}

void QmpServer::idle() {
  if (!is_alive()) on_idle_();
}

Result<> QmpServer::check_id(std::string_view id) const {
  if (find(id) != nullptr) return fail(fmt::format("there is a monitor '{}' already", id));
  return {};
}

const Monitor* QmpServer::find(std::string_view id) const {
  for (const auto& monitor : monitors_) {
    if (monitor->settings().id == id) return monitor.get();
  }
  return nullptr;
}

void QmpServer::erase(const Monitor* monitor) {
  std::erase_if(monitors_, [&](const auto& other) { return other.get() == monitor; });
}

}  // namespace qapi
