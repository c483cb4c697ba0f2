// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/session.h"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/dispatch/message.h"
#include "runtime/json/json.h"

namespace qapi {

namespace {

constexpr size_t kReadBytes = size_t{64} << 10;

struct Capabilities {
  std::vector<std::string> enable;
};

bool decode(const Reader& in, Capabilities& value) {
  ObjectReader object(in);
  object.defaulted("enable", value.enable);
  return object.finish();
}

/// Which of the capabilities asked for we lack: all, since the greeting offers none.
Result<> check(const Capabilities& capabilities) {
  if (capabilities.enable.empty()) return {};
  const std::string& name = capabilities.enable.front();
  if (name == "oob") return fail("Capability 'oob' is not available");
  return fail(fmt::format("Parameter 'enable[0]' does not accept value '{}'", name));
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
    EventLoop& loop,
    Dispatcher& dispatcher,
    std::unique_ptr<Stream> stream,
    std::string name
)
    : loop_(loop),
      dispatcher_(dispatcher),
      stream_(std::move(stream)),
      origin_{Origin::Kind::Qmp, std::move(name)} {}

Session::~Session() {
  if (subscription_) dispatcher_.context().events().unsubscribe(*subscription_);
}

void Session::start(const ProgramVersion& version, std::function<void()> on_end) {
  on_end_ = std::move(on_end);
  const auto call = [weak = weak_from_this()](void (Session::*function)()) {
    return [weak, function] {
      if (const std::shared_ptr<Session> self = weak.lock()) ((*self).*function)();
    };
  };
  stream_->set_handlers(call(&Session::read), call(&Session::resume));
  out_ = greeting(version);
  flush();
  if (!has_ended_) stream_->await_readable();
}

void Session::close() {
  if (has_ended_) return;
  flush();
  on_end_ = nullptr;
  end();
}

void Session::read() {
  std::array<char, kReadBytes> room;  // NOLINT: filled by read()
  const Stream::Transfer got = stream_->read(room);
  if (got.ended) {
    // It may still want to read: a client that sends its requests and shuts down its half is
    // served.
    input_has_ended_ = true;
    return flush();
  }
  framer_.feed({room.data(), got.size});
  process();
}

/// The client has read something.
void Session::resume() {
  awaits_writable_ = false;
  flush();
  if (is_paused_ && !has_ended_ && pending() < kPauseBytes / 2) {
    is_paused_ = false;
    is_busy_ = true;
    handle_message(std::exchange(held_, {}));
    process();
  }
}

/// Serves what has been received, then waits for more.
void Session::process() {
  is_busy_ = true;
  while (!loop_.stopped()) {
    if (pending() >= kPauseBytes) flush();
    if (has_ended_) return;
    Framer::Item item = framer_.next();
    const bool is_full = pending() >= kPauseBytes;
    if (item.kind == Framer::Kind::None) break;
    if (item.kind == Framer::Kind::Message) {
      if (is_full) {
        held_ = std::move(item);
        is_paused_ = true;
        break;
      }
      handle_message(item);
    } else if (!is_full) {
      append_error(out_, {.desc = "JSON parse error at " + item.error}, {});
    }
  }
  is_busy_ = false;
  flush();
  if (!has_ended_ && !is_paused_) stream_->await_readable();
}

void Session::handle_message(const Framer::Item& item) {
  tl::expected<Json, JsonError> message = parse_request(item);
  if (!message) {
    const JsonError& error = message.error();
    const std::string at = to_string(error.position);
    append_error(out_, {.desc = fmt::format("JSON parse error at {}: {}", at, error.desc)}, {});
    return;
  }
  const std::string id = id_text(*message, item.id);
  const Result<Invocation> invocation = take_invocation(*message, origin_);
  if (!invocation) return append_error(out_, invocation.error(), id);
  run(*invocation, id);
}

void Session::run(const Invocation& invocation, std::string_view id) {
  const Result<std::string> answer =
      is_negotiated_ ? dispatcher_.dispatch(invocation) : negotiate(invocation);
  if (!answer) return append_error(out_, answer.error(), id);
  const Command* const command = dispatcher_.find(invocation.command());
  if (command == nullptr || command->success_response) append_reply(out_, *answer, id);
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
  TRY(check(capabilities));
  is_negotiated_ = true;
  subscription_ =
      dispatcher_.context().events().subscribe([weak = weak_from_this()](const Event& event) {
        if (const std::shared_ptr<Session> self = weak.lock()) self->on_event(event);
      });
  return "{}";
}

void Session::on_event(const Event& event) {
  if (has_ended_) return;
  append_event(out_, event);
  if (!is_busy_) flush();
  if (pending() > kDropBytes) end();
}

void Session::flush() {
  while (pending() > 0 && !has_ended_) {
    const Stream::Transfer sent = stream_->write(std::string_view(out_).substr(sent_));
    if (sent.ended) return end();
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
  if (pending() == 0 && input_has_ended_) return end();
  if (pending() == 0 || awaits_writable_ || has_ended_) return;
  awaits_writable_ = true;
  stream_->await_writable();
}

void Session::end() {
  if (has_ended_) return;
  has_ended_ = true;
  stream_->close();
  if (subscription_) dispatcher_.context().events().unsubscribe(*subscription_);
  subscription_.reset();
  out_.clear();
  sent_ = 0;
  if (on_end_) on_end_();
}

}  // namespace qapi
