// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/netdev.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "runtime/loop/event_loop.h"
#include "vm/object/platform.h"

namespace vm {

Netdev::~Netdev() {
  *self_ = nullptr;
}

void Netdev::notify(void (Netdev::*what)()) {
  platform_.loop().post([self = self_, what] {
    if (*self != nullptr) ((*self)->*what)();
  });
}

Result<> Netdev::attach(NetUser& user, std::string who) {
  if (user_ != nullptr) return fail(fmt::format("{} is in use by {}", path(), user_path_));
  user_ = &user;
  user_path_ = std::move(who);
  accept_input();
  return {};
}

void Netdev::detach() {
  user_ = nullptr;
  user_path_.clear();
  user_waits_ = false;
  input_.clear();
}

bool Netdev::send(FrameView frame) {
  if (output_.size() >= kQueueFrames) {
    user_waits_ = true;
    return false;
  }
  if (!is_link_up_ || frame.empty() || frame.size() > kLargestFrame) return true;
  output_.emplace_back(frame.begin(), frame.end());
  ++counts_.sent;
  if (!std::exchange(output_announced_, true)) notify(&Netdev::on_output);
  return true;
}

void Netdev::accept_input() {
  notify(&Netdev::flush_input);
}

void Netdev::set_link(bool is_up) {
  if (is_link_up_ == is_up) return;
  is_link_up_ = is_up;
  if (!is_up) input_.clear();
  if (user_ != nullptr) user_->on_link_changed();
  if (is_up) accept_input();
}

void Netdev::add_watcher(NetWatcher& watcher) {
  watchers_.push_back(&watcher);
}

void Netdev::remove_watcher(NetWatcher& watcher) {
  std::erase(watchers_, &watcher);
}

void Netdev::show(FrameView frame) {
  for (NetWatcher* watcher : watchers_) {
    watcher->on_frame(frame);
  }
}

std::optional<Frame> Netdev::take_frame() {
  std::optional<Frame> frame;
  {
    std::lock_guard hold(platform_.machine_lock());
    output_announced_ = !output_.empty();
    if (output_.empty()) return {};
    frame = std::move(output_.front());
    output_.pop_front();
    if (user_ != nullptr && std::exchange(user_waits_, false)) user_->on_sendable();
  }
  show(*frame);
  return frame;
}

void Netdev::discard_output() {
  while (take_frame()) {
  }
}

bool Netdev::wants_input() {
  std::lock_guard hold(platform_.machine_lock());
  // Through an unplugged cable nothing comes, and nothing waits.
  return user_ != nullptr && (!is_link_up_ || input_.size() < kQueueFrames);
}

bool Netdev::is_plugged() {
  std::lock_guard hold(platform_.machine_lock());
  return user_ != nullptr && is_link_up_;
}

void Netdev::deliver(FrameView frame) {
  if (!is_plugged()) return;
  show(frame);
  std::lock_guard hold(platform_.machine_lock());
  // In order: what waits goes first.
  if (input_.empty() && give(frame)) return;
  if (input_.size() < kQueueFrames) {
    input_.emplace_back(frame.begin(), frame.end());
  } else {
    ++counts_.dropped;
  }
}

bool Netdev::give(FrameView frame) {
  if (!user_->receive(frame)) return false;
  ++counts_.received;
  return true;
}

void Netdev::flush_input() {
  {
    std::lock_guard hold(platform_.machine_lock());
    while (user_ != nullptr && !input_.empty() && give(input_.front())) {
      input_.pop_front();
    }
  }
  on_input_wanted();
}

}  // namespace vm
