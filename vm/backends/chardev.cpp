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

Result<> Chardev::check_unused() {
  for (const Attached& each : users_) {
    if (!each.user->keeps_chardev()) continue;
    return fail(fmt::format("{} is in use by {}", path(), each.path));
  }
  return Object::check_unused();
}

void Chardev::notify(void (Chardev::*what)()) {
  platform_.loop().post([self = self_, what] {
    if (*self != nullptr) ((*self)->*what)();
  });
}

Result<> Chardev::open_log(const std::string& path, bool append) {
  Result<> opened = log_.open(path, append);
  return opened ? opened : fail(this->path() + ": " + opened.error().desc);
}

void Chardev::allow_several_users() {
  may_have_several_ = true;
  enable_escapes();
}

Result<> Chardev::attach(ChardevUser& user, std::string who) {
  if (!users_.empty() && !may_have_several_) {
    return fail(fmt::format("{} is in use by {}", path(), users_.front().path));
  }
  users_.push_back({&user, std::move(who)});
  accept_input();
  return {};
}

void Chardev::detach(const ChardevUser& user) {
  std::erase_if(users_, [&](const Attached& each) { return each.user == &user; });
  focus_ = 0;
  if (users_.empty()) users_wait_ = false;
}

size_t Chardev::write(std::span<const uint8_t> bytes) {
  size_t accepted = std::min(bytes.size(), kBufferSize - output_.size());
  users_wait_ = users_wait_ || accepted < bytes.size();
  output_.append(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(accepted));
  if (!output_.empty() && !std::exchange(output_announced_, true)) notify(&Chardev::on_output);
  return accepted;
}

void Chardev::accept_input() {
  notify(&Chardev::input_wanted);
}

void Chardev::input_wanted() {
  if (!typed_.empty()) deliver_some(typed_);
  on_input_wanted();
}

std::string Chardev::take_output(size_t most) {
  std::string taken;
  {
    std::lock_guard hold(platform_.machine_lock());
    taken = output_.substr(0, most);
    output_.erase(0, taken.size());
    output_announced_ = !output_.empty();
    if (!taken.empty() && std::exchange(users_wait_, false)) {
      for (const Attached& each : users_) {
        each.user->on_writable();
      }
    }
  }
  log_.write(taken);
  return taken;
}

void Chardev::discard_output() {
  while (!take_output(kBufferSize).empty()) {
  }
}

std::string Chardev::drain_output() {
  output_announced_ = false;
  log_.write(output_);
  return std::exchange(output_, {});
}

ReadEnds Chardev::read_ends(std::function<void(const std::error_code&)> ended) {
  const auto pass = [this](const uint8_t* data, size_t size) { deliver({data, size}); };
  return {.room = [this] { return input_room(); }, .deliver = pass, .ended = std::move(ended)};
}

WriteEnds Chardev::write_ends(std::function<void(const std::error_code&)> ended) {
  return {.take = [this](size_t most) { return take_output(most); }, .ended = std::move(ended)};
}

size_t Chardev::room_of_user() {
  std::lock_guard hold(platform_.machine_lock());
  return users_.empty() ? 0 : users_[focus_].user->can_receive();
}

size_t Chardev::input_room() {
  return escape_ ? kTypeAhead : room_of_user();
}

void Chardev::deliver(std::span<const uint8_t> bytes) {
  if (escape_) {
    typed({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  } else {
    pass_on(bytes);
  }
}

void Chardev::deliver_some(std::string& bytes) {
  const std::string taken = bytes.substr(0, room_of_user());
  bytes.erase(0, taken.size());
  pass_on({reinterpret_cast<const uint8_t*>(taken.data()), taken.size()});
}

void Chardev::pass_on(std::span<const uint8_t> bytes) {
  std::lock_guard hold(platform_.machine_lock());
  if (!users_.empty() && !bytes.empty()) users_[focus_].user->receive(bytes);
}

void Chardev::resize(const TerminalSize& size) {
  terminal_size_ = size;
  for (const Attached& each : users_) {
    each.user->on_resized();
  }
}

void Chardev::typed(std::string_view text) {
  while (!text.empty()) {
    const EscapeFilter::Result result = escape_->filter(text);
    text.remove_prefix(result.used);
    typed_ += result.input.substr(0, kTypeAhead - typed_.size());
    deliver_some(typed_);
    obey(result.command);
    if (result.command == EscapeFilter::Command::Quit) return;  // the rest is for nobody
  }
}

void Chardev::obey(EscapeFilter::Command command) {
  switch (command) {
    case EscapeFilter::Command::None: break;
    case EscapeFilter::Command::Help: say(EscapeFilter::kHelp); break;
    case EscapeFilter::Command::Next: talk_to_next(); break;
    case EscapeFilter::Command::Quit: platform_.request_quit(); break;
  }
}

void Chardev::talk_to_next() {
  std::string who;
  {
    std::lock_guard hold(platform_.machine_lock());
    if (users_.empty()) return;
    focus_ = (focus_ + 1) % users_.size();
    who = users_[focus_].path;
  }
  typed_.clear();  // it was for the one before
  say(fmt::format("\r\n[{}]\r\n", who));
}

/// To the person, between what the guest says; not when that takes all the room.
void Chardev::say(std::string_view text) {
  {
    std::lock_guard hold(platform_.machine_lock());
    if (text.size() > kBufferSize - output_.size()) return;
    output_ += text;
    output_announced_ = true;
  }
  on_output();
}

Result<Chardev*> find_chardev(const Object& objects, std::string_view id) {
  Object* const object = objects.child(id);
  if (object == nullptr || !object->type().is_a("chardev")) {
    return fail(fmt::format("chardev '{}' not found", id));
  }
  return static_cast<Chardev*>(object);
}

}  // namespace vm
