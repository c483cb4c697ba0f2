// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/session.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/dispatch/message.h"
#include "runtime/dispatch/transaction.h"
#include "runtime/json/decode.h"
#include "runtime/json/indent.h"
#include "runtime/json/json.h"

namespace qapi {

namespace {

constexpr std::string_view kOutOfBand = "exec-oob";
constexpr size_t kReadBytes = size_t{64} << 10;

struct Capabilities {
  std::vector<std::string> enable;
};

bool decode(const Reader& in, Capabilities& value) {
  ObjectReader object(in);
  object.defaulted("enable", value.enable);
  return object.finish();
}

/// Whether out-of-band execution was asked for; fails for anything else.
Result<bool> wants_oob(const Capabilities& capabilities) {
  for (size_t i = 0; i < capabilities.enable.size(); ++i) {
    const std::string& name = capabilities.enable[i];
    if (name == "oob") continue;
    return fail(fmt::format("Parameter 'enable[{}]' does not accept value '{}'", i, name));
  }
  return !capabilities.enable.empty();
}

bool has_member(const Json& message, std::string_view name) {
  if (!message.is_object()) return false;
  const auto& members = message.get_ref<const Json::object_t&>();
  return std::any_of(members.begin(), members.end(), [&](const auto& member) {
    return member.first == name;
  });
}

/// Parses a request. A number as id is only echoed, so it may be one that no type of ours holds
/// (1e400).
tl::expected<Json, JsonError> parse_request(const Framer::Item& item) {
  constexpr JsonSyntax kSyntax{.single_quotes = true};
  tl::expected<Json, JsonError> message = parse_json_at(item.text, kSyntax);
  const bool id_is_number = item.id.find_first_not_of("0123456789+-.eE") == item.id.npos;
  if (message || item.id.empty() || !id_is_number) return message;
  const auto id_end = static_cast<size_t>(item.id.data() + item.id.size() - item.text.data());
  // Overflow is told when the number and one character more have been read.
  const bool is_overflow = message.error().desc.starts_with("number overflow") &&
                           message.error().position == position_at(item.text, id_end);
  if (!is_overflow) return message;
  const std::string_view before = item.text.substr(0, id_end - item.id.size());
  const std::string text = fmt::format("{}0{}", before, item.text.substr(id_end));
  return parse_json_at(text, kSyntax);
}

}  // namespace

Session::Session(
    EventLoop& main,
    IoThread& io_thread,
    Dispatcher& dispatcher,
    std::unique_ptr<Stream> stream,
    Settings settings
)
    : main_(main),
      io_thread_(io_thread),
      dispatcher_(dispatcher),
      stream_(std::move(stream)),
      origin_{
          Origin::Kind::Qmp,
          std::move(settings.name),
          std::move(settings.rights),
          std::make_shared<ClientDescriptors>(),
          std::make_shared<const std::string>(stream_->peer()),
      },
      is_pretty_(settings.pretty) {}

Session::~Session() {
  unsubscribe();
}

void Session::start(const ProgramVersion& version, std::function<void()> on_end) {
  on_end_ = std::move(on_end);
  watch();
  out_ = greeting(version);
  beautify(0);
  flush();
  if (!has_ended_) stream_->await_readable();
}

void Session::watch() {
  const auto call = [weak = weak_from_this()](void (Session::*function)()) {
    return [weak, function] {
      if (const std::shared_ptr<Session> self = weak.lock()) ((*self).*function)();
    };
  };
  stream_->set_handlers(call(&Session::read), call(&Session::writable));
}

ClientInfo Session::info() const {
  return {
      .name = origin_.where,
      .peer = *origin_.peer,
      .is_negotiated = is_negotiated_,
      .is_oob = is_oob_,
  };
}

/// From the main thread; what it does from here on, it does there.
void Session::move_to_io_thread() {
  is_busy_ = false;
  awaits_writable_ = false;
  const std::shared_ptr<EventLoop> loop = io_thread_.loop();
  Result<std::unique_ptr<Stream>> moved = stream_->move_to(*loop);
  if (!moved) return end();
  stream_ = *std::move(moved);
  io_loop_ = loop;
  io_loop_->post([self = shared_from_this()] {
    self->watch();
    self->process();
  });
}

// What comes in.

void Session::read() {
  std::array<char, kReadBytes> room;  // NOLINT: filled by read()
  std::vector<Fd> descriptors;
  const Stream::Transfer got = stream_->read(room, descriptors);
  if (!descriptors.empty()) {
    arrived_.clear();
    for (Fd& descriptor : descriptors) {
      arrived_.push_back(std::make_shared<const Fd>(std::move(descriptor)));
    }
  }
  if (got.ended) {
    // It may still want to read: a client that sends its requests and shuts down its half is
    // served.
    input_has_ended_ = true;
    return flush();
  }
  framer_.feed({room.data(), got.size});
  process();
}

/// Serves what has been received, then waits for more.
void Session::process() {
  is_busy_ = true;
  while (!main_.stopped()) {
    if (is_oob_ && !is_on_io_thread()) return move_to_io_thread();
    if (pending() >= kPauseBytes) flush();
    if (has_ended_) return;
    Framer::Item item = framer_.next();
    if (item.kind == Framer::Kind::None) break;
    const bool is_full = pending() >= kPauseBytes;
    if (is_full && item.kind == Framer::Kind::Garbage) continue;
    if (is_full || queued_ >= kMaxQueued) {
      hold(std::move(item));
      break;
    }
    handle(item);
  }
  is_busy_ = false;
  if (closes_soon_) return close_here();
  flush();
  if (!has_ended_ && !is_paused_) stream_->await_readable();
}

void Session::hold(Framer::Item item) {
  held_ = std::move(item);
  is_paused_ = true;
}

/// Something that it waited for has come: serves what it holds, if nothing else holds it up.
void Session::go_on() {
  if (!is_paused_ || has_ended_ || pending() >= kPauseBytes / 2 || queued_ >= kMaxQueued) return;
  is_paused_ = false;
  is_busy_ = true;
  handle(std::exchange(held_, {}));
  process();
}

void Session::handle(const Framer::Item& item) {
  if (item.kind == Framer::Kind::Message) return handle_message(item);
  Error error{.desc = "JSON parse error at " + item.error};
  answer([error] { return Outcome(tl::unexpected(error)); }, {});
}

void Session::handle_message(const Framer::Item& item) {
  tl::expected<Json, JsonError> message = parse_request(item);
  if (!message) {
    const std::string at = to_string(message.error().position);
    Error error{.desc = fmt::format("JSON parse error at {}: {}", at, message.error().desc)};
    return answer([error] { return Outcome(tl::unexpected(error)); }, {});
  }
  const std::string id = id_text(*message, item.id);
  if (is_oob_ && has_member(*message, kOutOfBand)) return run_out_of_band(*message, id);
  Result<Invocation> invocation = take_invocation(*message, origin_);
  if (!invocation) {
    return answer([error = invocation.error()] { return Outcome(tl::unexpected(error)); }, id);
  }
  answer(
      [this, invocation = *std::move(invocation), arrived = std::exchange(arrived_, {})] {
        // Those of an earlier request wait until the client sends others.
        if (!arrived.empty()) origin_.client->receive(arrived);
        return run(invocation);
      },
      id
  );
}

// Commands.

/// Replies with what `work` comes to, which the main thread does, after all that came before.
void Session::answer(std::function<Outcome()> work, std::string_view id) {
  if (!is_on_io_thread()) return reply(work(), id);
  ++queued_;
  main_.post([self = shared_from_this(), work = std::move(work), id = std::string(id)] {
    self->io_loop_->post([self, outcome = work(), id] {
      --self->queued_;
      self->reply(outcome, id);
      if (!self->is_busy_) self->flush();
      self->go_on();
      if (self->closes_soon_ && self->queued_ == 0) self->close_here();
    });
  });
}

Session::Outcome Session::run(const Invocation& invocation) {
  std::string answer =
      TRY(is_negotiated_ ? dispatcher_.dispatch(invocation) : negotiate(invocation));
  const Command* const command = dispatcher_.find(invocation.command());
  if (command != nullptr && !command->success_response) return std::nullopt;
  return answer;
}

void Session::run_out_of_band(Json& message, std::string_view id) {
  const Result<Invocation> invocation = take_invocation(message, origin_, kOutOfBand);
  if (!invocation) return reply(tl::unexpected(invocation.error()), id);
  const Outcome outcome = dispatcher_.dispatch_out_of_band(*invocation);
  // Before the answer: whoever has that finds the command in the journal.
  const Command* const command = dispatcher_.find(invocation->command());
  if (command != nullptr && !command->read_only) {
    main_.post([&dispatcher = dispatcher_] { dispatcher.settle(); });
  }
  reply(outcome, id);
}

Result<std::string> Session::negotiate(const Invocation& invocation) {
  if (invocation.command() != "qmp_capabilities") {
    return fail(
        "Expecting capabilities negotiation with 'qmp_capabilities'",
        ErrorClass::CommandNotFound
    );
  }
  const Capabilities capabilities =
      TRY(decode_all<Capabilities>(invocation.arguments(), invocation.spelling()));
  is_oob_ = TRY(wants_oob(capabilities));
  is_negotiated_ = true;
  subscribe();
  return "{}";
}

void Session::subscribe() {
  const auto pass_on = [weak = weak_from_this()](const Event& event) {
    const std::shared_ptr<Session> self = weak.lock();
    if (self == nullptr) return;
    std::string message;
    append_event(message, event);
    if (!self->is_on_io_thread()) return self->send_event(message);
    self->io_loop_->post([self, message = std::move(message)] { self->send_event(message); });
  };
  subscription_ = dispatcher_.context().events().subscribe(pass_on);
}

void Session::unsubscribe() {
  if (subscription_) dispatcher_.context().events().unsubscribe(*subscription_);
  subscription_.reset();
}

// What goes out.

void Session::reply(const Outcome& outcome, std::string_view id) {
  if (has_ended_ || !is_heard_) return;
  const size_t start = out_.size();
  if (!outcome) {
    append_error(out_, outcome.error(), id);
  } else if (*outcome) {
    append_reply(out_, **outcome, id);
  }
  beautify(start);
}

void Session::send_event(std::string_view message) {
  if (has_ended_ || !is_heard_) return;
  const size_t start = out_.size();
  out_ += message;
  beautify(start);
  if (!is_busy_) flush();
  if (pending() > kDropBytes) end();
}

/// Gives the message that begins there the form that this client is to see.
void Session::beautify(size_t start) {
  if (!is_pretty_ || start == out_.size()) return;
  out_.replace(start, out_.npos, indented(std::string_view(out_).substr(start)) + "\r\n");
}

/// The client has read something.
void Session::writable() {
  awaits_writable_ = false;
  flush();
  go_on();
}

void Session::flush() {
  while (pending() > 0 && !has_ended_) {
    const Stream::Transfer sent = stream_->write(std::string_view(out_).substr(sent_));
    if (sent.ended) {
      // What it has asked for before it went is still done.
      is_heard_ = false;
      sent_ = out_.size();
    }
    if (sent.size == 0) break;
    sent_ += sent.size;
  }
  if (pending() == 0) {
    // What one big answer needed is not kept.
    if (out_.capacity() > kPauseBytes) out_ = std::string();
    out_.clear();
    sent_ = 0;
  } else if (sent_ > out_.size() / 2) {
    out_.erase(0, sent_);
    sent_ = 0;
  }
  if (pending() == 0 && input_has_ended_ && queued_ == 0) return end();
  if (pending() == 0 || awaits_writable_ || has_ended_) return;
  awaits_writable_ = true;
  stream_->await_writable();
}

void Session::close() {
  // Now, for the program may end before the I/O thread's part of the end comes back here.
  unsubscribe();
  if (!is_on_io_thread()) return close_here();
  io_loop_->post([self = shared_from_this()] { self->close_here(); });
}

void Session::close_here() {
  if (has_ended_) return;
  closes_soon_ = true;
  if (is_busy_ || queued_ > 0) return;
  flush();
  end();
}

void Session::end() {
  if (has_ended_) return;
  has_ended_ = true;
  stream_->close();
  out_.clear();
  sent_ = 0;
  if (!is_on_io_thread()) return left();
  main_.post([self = shared_from_this()] { self->left(); });
}

/// The main thread's part of the end.
void Session::left() {
  unsubscribe();
  origin_.client->clear();
  // Not at once: what it was told just now may come from the middle of a command.
  main_.post([&dispatcher = dispatcher_, owner = transaction_owner(origin_)] {
    dispatcher.abort_transaction_of(owner);
  });
  if (on_end_) on_end_();
}

}  // namespace qapi
