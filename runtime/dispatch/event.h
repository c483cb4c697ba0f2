// SPDX-License-Identifier: Apache-2.0
//
// EventBus hands events to whoever listens: QMP sessions, tests. Generated functions
// (emit_shutdown(...)) feed it. It belongs to the main thread.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/compat.h"

namespace qapi {

struct Event {
  std::string_view name;
  std::string_view data;  ///< JSON object; empty when the event carries none
  int64_t seconds;        ///< host time, since 1970
  int64_t microseconds;
};

/// How often an event is sent at most. Of those that come sooner the last one is sent, when the
/// time is over.
struct RateLimit {
  std::chrono::milliseconds interval;
  std::string key = {};  ///< events that differ in it do not hold each other back
};

class EventBus {
 public:
  using Listener = std::function<void(const Event&)>;
  using Subscription = uint64_t;

  /// Runs a task on the main thread once, when a time is over.
  using Timer = std::function<void(std::chrono::milliseconds delay, std::function<void()> task)>;

  /// Keeps back what is emitted while it lives, and sends it at its end if committed: nobody hears
  /// of what a command did that failed in the end. Holds nest: what an inner one committed is still
  /// dropped with the outer one, and only the outermost sends.
  class Hold {
   public:
    explicit Hold(EventBus& bus);
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    void commit() { is_committed_ = true; }

    /// What was emitted so far is not dropped, whatever becomes of the rest.
    void commit_so_far();

   private:
    EventBus& bus_;
    size_t mark_;
    bool is_committed_ = false;
  };

  Subscription subscribe(Listener listener);
  void unsubscribe(Subscription subscription);

  /// Stamps the event with the time and hands it to each listener.
  void emit(std::string_view name, std::string_view data = {});

  /// The same, or keeps it for later; its stamp is that of now.
  void emit(std::string_view name, std::string_view data, const RateLimit& limit);

  /// For the generated functions: what is not to be sent, or not all of it.
  CompatPolicy compat() const { return compat_; }
  void set_compat(CompatPolicy policy) { compat_ = policy; }

  /// Without one, as in the beginning, events are sent at once whatever their limits. What was kept
  /// with the one before is sent now.
  void set_timer(Timer timer);

 private:
  struct Kept {
    std::string name;
    std::string data;
    int64_t seconds;
    int64_t microseconds;
  };

  /// Emitted while a Hold lives.
  struct Held {
    Kept event;
    std::optional<RateLimit> limit;
  };

  static Kept stamped(std::string_view name, std::string_view data);
  void pass(Kept event, const std::optional<RateLimit>& limit);
  void limit_rate(Kept event, const RateLimit& limit);
  void send_held();
  void send(const Kept& event);
  void send(const Event& event);
  void await_end(std::chrono::milliseconds interval, const std::string& key);
  void end_interval(std::chrono::milliseconds interval, const std::string& key);

  Timer timer_;
  std::shared_ptr<EventBus*> self_;                                  // lets go of tasks that wait
  std::map<std::string, std::optional<Kept>, std::less<>> limited_;  // while their intervals last
  std::map<Subscription, Listener> listeners_;
  std::vector<Held> held_;
  CompatPolicy compat_;
  int holds_ = 0;
  Subscription next_ = 1;
};

}  // namespace qapi
