// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/chardev.h"

#include <algorithm>
#include <cassert>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "runtime/loop/event_loop.h"
#include "vm/object/platform.h"

namespace vm {

Chardev::~Chardev() {
  *self_ = nullptr;
}

void Chardev::notify(void (Chardev::*what)()) {
  platform_.loop().post([self = self_, what] {
    if (*self != nullptr) ((*self)->*what)();
  });
}

Result<> Chardev::attach(ChardevUser& user, std::string who) {
  if (user_ != nullptr) return fail(fmt::format("{} is in use by {}", path(), user_path_));
  user_ = &user;
  user_path_ = std::move(who);
  accept_input();
  return {};
}

void Chardev::detach() {
  user_ = nullptr;
  user_path_.clear();
  user_waits_ = false;
}

size_t Chardev::write(std::span<const uint8_t> bytes) {
  size_t accepted = std::min(bytes.size(), kBufferSize - output_.size());
  user_waits_ = accepted < bytes.size();
  output_.append(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(accepted));
  if (!output_.empty() && !std::exchange(output_announced_, true)) notify(&Chardev::on_output);
  return accepted;
}

void Chardev::accept_input() {
  notify(&Chardev::on_input_wanted);
}

std::string Chardev::take_output(size_t most) {
  std::lock_guard hold(platform_.machine_lock());
  std::string taken = output_.substr(0, most);
  output_.erase(0, taken.size());
  output_announced_ = !output_.empty();
  if (!taken.empty() && user_ != nullptr && std::exchange(user_waits_, false)) user_->on_writable();
  return taken;
}

void Chardev::discard_output() {
  while (!take_output(kBufferSize).empty()) {
  }
}

std::string Chardev::drain_output() {
  output_announced_ = false;
  return std::exchange(output_, {});
}

size_t Chardev::input_room() {
  std::lock_guard hold(platform_.machine_lock());
  return user_ != nullptr ? user_->can_receive() : 0;
}

void Chardev::deliver(std::span<const uint8_t> bytes) {
  std::lock_guard hold(platform_.machine_lock());
  if (user_ != nullptr) user_->receive(bytes);
}

}  // namespace vm
