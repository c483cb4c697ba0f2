// SPDX-License-Identifier: Apache-2.0
//
// Session speaks QMP with one client: greeting, negotiation, requests in order, replies, events.
//
// What a client does not read is kept for it, up to a bound: then its requests have to wait, and it
// is dropped when events alone go far beyond. Errors for garbage are not kept beyond the bound, so
// that nobody who only sends is held up.
//
// A session lives on the main thread. One whose client negotiated out-of-band execution moves to
// the I/O thread: there it reads and writes, and runs what may overtake, while everything else is
// queued for the main thread and answered in order.

#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/descriptors.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json_fwd.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/framer.h"
#include "runtime/qmp/io_thread.h"
#include "runtime/qmp/monitor.h"
#include "runtime/qmp/reply.h"
#include "runtime/qmp/stream.h"

namespace qapi {

/// Shared by the monitor, which closes it, and by what its loops still have to call: either may be
/// the last.
class Session : public std::enable_shared_from_this<Session> {
 public:
  /// A client that has this much to read is not served.
  static constexpr size_t kPauseBytes = size_t{1} << 20;

  /// A client that has this much to read is dropped.
  static constexpr size_t kDropBytes = size_t{16} << 20;

  /// So many requests of a client on the I/O thread wait for the main thread; then it is not read.
  static constexpr int kMaxQueued = 8;

  struct Settings {
    std::string name;                      ///< the origin of its commands
    std::shared_ptr<const Rights> rights;  ///< null: all
    bool pretty = false;                   ///< what is sent takes several lines, indented
  };

  Session(
      EventLoop& main,
      IoThread& io_thread,
      Dispatcher& dispatcher,
      std::unique_ptr<Stream> stream,
      Settings settings
  );
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Greets; `on_end` is called on the main thread when the client is gone.
  void start(const ProgramVersion& version, std::function<void()> on_end);

  /// Sends what can be sent at once, and hangs up; in the middle of a command, after its answer.
  void close();

  ClientInfo info() const;

 private:
  /// What a request came to; nothing is sent where the schema says so.
  using Outcome = Result<std::optional<std::string>>;

  bool is_on_io_thread() const { return io_loop_ != nullptr; }
  void move_to_io_thread();
  void watch();

  // What comes in.
  void read();
  void process();
  void hold(Framer::Item item);
  void go_on();
  void handle(const Framer::Item& item);
  void handle_message(const Framer::Item& item);

  // Commands.
  void answer(std::function<Outcome()> work, std::string_view id);
  Outcome run(const Invocation& invocation);
  void run_out_of_band(Json& message, std::string_view id);
  Result<std::string> negotiate(const Invocation& invocation);
  void subscribe();
  void unsubscribe();

  // What goes out.
  void reply(const Outcome& outcome, std::string_view id);
  void send_event(std::string_view message);
  void beautify(size_t start);
  void writable();
  void flush();
  void close_here();
  void end();
  void left();
  size_t pending() const { return out_.size() - sent_; }

  EventLoop& main_;
  IoThread& io_thread_;
  std::shared_ptr<EventLoop> io_loop_;  // null on the main thread; before the stream that is on it
  Dispatcher& dispatcher_;
  std::unique_ptr<Stream> stream_;
  const Origin origin_;
  const bool is_pretty_;
  std::function<void()> on_end_;
  std::optional<EventBus::Subscription> subscription_;  // the main thread's

  Framer framer_;
  std::vector<SharedFd> arrived_;  // descriptors for the next request
  Framer::Item held_;
  bool is_paused_ = false;  // `held_` waits until the client has read, or its requests are answered
  int queued_ = 0;
  std::string out_;
  size_t sent_ = 0;  // of out_
  bool awaits_writable_ = false;
  bool is_busy_ = false;      // somebody will flush
  bool closes_soon_ = false;  // when nothing is due any more
  bool input_has_ended_ = false;
  bool is_heard_ = true;  // until the client has closed what it reads from
  bool has_ended_ = false;
  std::atomic<bool> is_negotiated_ = false;
  std::atomic<bool> is_oob_ = false;
};

}  // namespace qapi
