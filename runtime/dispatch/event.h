// SPDX-License-Identifier: Apache-2.0
//
// EventBus hands events to whoever listens: QMP sessions, tests. Generated functions
// (emit_shutdown(...)) feed it. It belongs to the main thread.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace qapi {

struct Event {
  std::string_view name;
  std::string_view data;  ///< JSON object; empty when the event carries none
  int64_t seconds;        ///< host time, since 1970
  int64_t microseconds;
};

class EventBus {
 public:
  using Listener = std::function<void(const Event&)>;
  using Subscription = uint64_t;

  Subscription subscribe(Listener listener);
  void unsubscribe(Subscription subscription);

  /// Stamps the event with the time and hands it to each listener.
  void emit(std::string_view name, std::string_view data = {});

 private:
  std::map<Subscription, Listener> listeners_;
  Subscription next_ = 1;
};

}  // namespace qapi
