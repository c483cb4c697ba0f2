// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/event.h"

#include <utility>

namespace qapi {

EventBus::Hold::Hold(EventBus& bus) : bus_(bus), mark_(bus.held_.size()) {
  ++bus_.holds_;
}

EventBus::Hold::~Hold() {
  if (!is_committed_)
    bus_.held_.erase(bus_.held_.begin() + static_cast<ptrdiff_t>(mark_), bus_.held_.end());
  --bus_.holds_;
  if (bus_.holds_ == 0) bus_.send_held();
}

void EventBus::Hold::commit_so_far() {
  if (bus_.holds_ == 1) bus_.send_held();
  mark_ = bus_.held_.size();
}

EventBus::Subscription EventBus::subscribe(Listener listener) {
  listeners_.emplace(next_, std::move(listener));
  return next_++;
}

void EventBus::unsubscribe(Subscription subscription) {
  listeners_.erase(subscription);
}

void EventBus::emit(std::string_view name, std::string_view data) {
  pass(stamped(name, data), std::nullopt);
}

void EventBus::emit(std::string_view name, std::string_view data, const RateLimit& limit) {
  pass(stamped(name, data), limit);
}

EventBus::Kept EventBus::stamped(std::string_view name, std::string_view data) {
  using namespace std::chrono;
  const auto now = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  return {std::string(name), std::string(data), now / 1'000'000, now % 1'000'000};
}

void EventBus::pass(Kept event, const std::optional<RateLimit>& limit) {
  if (holds_ > 0) {
    held_.push_back({std::move(event), limit});
  } else if (limit) {
    limit_rate(std::move(event), *limit);
  } else {
    send(event);
  }
}

void EventBus::limit_rate(Kept event, const RateLimit& limit) {
  if (!timer_) return send(event);
  const std::string key = event.name + ' ' + limit.key;
  const auto [found, is_first] = limited_.try_emplace(key);
  if (!is_first) {
    found->second = std::move(event);
    return;
  }
  await_end(limit.interval, key);
  send(event);
}

void EventBus::send_held() {
  for (const Held& held : std::exchange(held_, {})) {
    if (held.limit) {
      limit_rate(held.event, *held.limit);
    } else {
      send(held.event);
    }
  }
}

void EventBus::set_timer(Timer timer) {
  timer_ = std::move(timer);
  self_ = std::make_shared<EventBus*>(this);
  const auto limited = std::exchange(limited_, {});
  for (const auto& [key, kept] : limited) {
    if (kept) send(*kept);
  }
}

void EventBus::await_end(std::chrono::milliseconds interval, const std::string& key) {
  timer_(interval, [weak = std::weak_ptr(self_), interval, key] {
    if (const auto self = weak.lock()) (*self)->end_interval(interval, key);
  });
}

void EventBus::end_interval(std::chrono::milliseconds interval, const std::string& key) {
  const auto found = limited_.find(key);
  const std::optional<Kept> kept = std::exchange(found->second, std::nullopt);
  if (!kept) {
    limited_.erase(found);
    return;
  }
  await_end(interval, key);
  send(*kept);
}

void EventBus::send(const Kept& event) {
  send(Event{event.name, event.data, event.seconds, event.microseconds});
}

void EventBus::send(const Event& event) {
  // A listener may unsubscribe itself or another one, so we hold no iterator while it runs; what
  // subscribes meanwhile missed this event.
  const Subscription end = next_;
  for (auto next = listeners_.begin(); next != listeners_.end() && next->first < end;) {
    const Subscription current = next->first;
    const Listener listener = next->second;
    listener(event);
    next = listeners_.upper_bound(current);
  }
}

}  // namespace qapi
