// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/event.h"

#include <chrono>
#include <utility>

namespace qapi {

EventBus::Subscription EventBus::subscribe(Listener listener) {
  listeners_.emplace(next_, std::move(listener));
  return next_++;
}

void EventBus::unsubscribe(Subscription subscription) {
  listeners_.erase(subscription);
}

void EventBus::emit(std::string_view name, std::string_view data) {
  using namespace std::chrono;
  const auto now = duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  const Event event{name, data, now / 1'000'000, now % 1'000'000};
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
