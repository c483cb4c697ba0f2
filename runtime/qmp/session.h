// SPDX-License-Identifier: Apache-2.0
//
// Session speaks QMP with one client: greeting, negotiation, requests in order, replies, events.
//
// What a client does not read is kept for it, up to a bound: then its requests have to wait, and it
// is dropped when events alone go far beyond. Errors for garbage are not kept beyond the bound, so
// that nobody who only sends is held up.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/framer.h"
#include "runtime/qmp/reply.h"
#include "runtime/qmp/stream.h"

namespace qapi {

/// Shared by the server, which closes it, and by the stream's handlers while they run: either may
/// be the last.
class Session : public std::enable_shared_from_this<Session> {
 public:
  /// A client that has this much to read is not served.
  static constexpr size_t kPauseBytes = size_t{1} << 20;

  /// A client that has this much to read is dropped.
  static constexpr size_t kDropBytes = size_t{16} << 20;

  Session(
      EventLoop& loop,
      Dispatcher& dispatcher,
      std::unique_ptr<Stream> stream,
      std::string name
  );
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Greets; `on_end` is called when the client is gone.
  void start(const ProgramVersion& version, std::function<void()> on_end);

  /// Sends what can be sent at once, and hangs up.
  void close();

 private:
  void read();
  void resume();
  void process();
  void handle_message(const Framer::Item& item);
  void run(const Invocation& invocation, std::string_view id);
  Result<std::string> negotiate(const Invocation& invocation);
  void on_event(const Event& event);
  void flush();
  void end();
  size_t pending() const { return out_.size() - sent_; }

  EventLoop& loop_;
  Dispatcher& dispatcher_;
  std::unique_ptr<Stream> stream_;
  Origin origin_;
  std::function<void()> on_end_;
  Framer framer_;
  std::string out_;
  size_t sent_ = 0;  // of out_
  bool awaits_writable_ = false;
  bool is_paused_ = false;  // `held_` waits until the client has read
  Framer::Item held_;
  bool is_busy_ = false;  // somebody will flush
  bool is_negotiated_ = false;
  bool input_has_ended_ = false;
  bool has_ended_ = false;
  std::optional<EventBus::Subscription> subscription_;
};

}  // namespace qapi
