// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/monitor_line.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <utility>

#include <asio/local/stream_protocol.hpp>
#include <fmt/format.h>
#include <sys/socket.h>

#include "runtime/loop/event_loop.h"
#include "vm/backends/pump.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

using Socket = asio::local::stream_protocol::socket;

constexpr size_t kTypeAhead = 4096;

/// Tells the line when the monitor has let go of it.
class Lender {
 public:
  explicit Lender(std::function<void()> released) : released_(std::move(released)) {}
  ~Lender() { released_(); }
  Lender(const Lender&) = delete;
  Lender& operator=(const Lender&) = delete;

 private:
  std::function<void()> released_;
};

}  // namespace

/// Keeps asio out of the header.
class MonitorLine::Pumps {
 public:
  PumpPair<Socket> pair;
  std::shared_ptr<Socket> socket;  // shared with the pumps
};

MonitorLine::MonitorLine(Platform& platform, std::function<void(const MonitorLine&)> on_end)
    : platform_(platform),
      on_end_(std::move(on_end)),
      pumps_(std::make_unique<Pumps>()) {}

MonitorLine::~MonitorLine() {
  std::array<char, kPumpChunk> bytes{};
  std::error_code error;
  while (chardev() != nullptr && pumps_->pair.is_open() && !error) {
    const size_t size = pumps_->socket->read_some(asio::buffer(bytes), error);
    sent({bytes.data(), size});
  }
  pumps_->pair.close();
  leave();
}

Result<qapi::Line> MonitorLine::open(Chardev& chardev, std::string_view monitor) {
  qapi::Fd theirs = TRY(connect());
  TRY(chardev.attach(*this, fmt::format("monitor '{}'", monitor)));
  chardev_ = chardev.handle();
  start();
  auto lender = std::make_shared<Lender>([weak = weak_from_this()] {
    if (const auto line = weak.lock()) line->is_kept_ = false;
  });
  return qapi::Line{std::move(theirs), std::move(lender)};
}

/// Makes the pair, and gives the end that is not ours.
Result<qapi::Fd> MonitorLine::connect() {
  int ends[2] = {};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0) {
    return fail(fmt::format("a pair of sockets: {}", std::strerror(errno)));
  }
  qapi::Fd theirs(ends[0]);
  qapi::Fd ours(ends[1]);
  std::error_code error;
  pumps_->socket = std::make_shared<Socket>(platform_.loop().io());
  pumps_->socket->assign(asio::local::stream_protocol(), ours.get(), error);
  if (error) return fail(fmt::format("a pair of sockets: {}", error.message()));
  (void)ours.release();
  return theirs;
}

void MonitorLine::start() {
  const auto ended = [this](const std::error_code&) { session_ended(); };
  const auto deliver = [this](const uint8_t* data, size_t size) {
    sent({reinterpret_cast<const char*>(data), size});
  };
  const auto take = [this](size_t most) {
    std::string taken = to_monitor_.substr(0, most);
    to_monitor_.erase(0, taken.size());
    if (chardev() != nullptr && !taken.empty()) chardev()->accept_input();
    return taken;
  };
  const auto room = [this] { return from_monitor_.empty() ? kPumpChunk : 0; };
  pumps_->pair.open(
      pumps_->socket,
      {.room = room, .deliver = deliver, .ended = ended},
      {.take = take, .ended = ended}
  );
  pumps_->pair.read();
}

size_t MonitorLine::can_receive() {
  return has_session_ ? kTypeAhead - to_monitor_.size() : kTypeAhead;
}

/// What is typed after its end is for nobody.
void MonitorLine::receive(std::span<const uint8_t> bytes) {
  if (!has_session_) return;
  to_monitor_.append(bytes.begin(), bytes.end());
  pumps_->pair.write();
}

void MonitorLine::sent(std::string_view text) {
  const std::lock_guard hold(platform_.machine_lock());
  from_monitor_ += text;
  write_out();
}

/// With the machine lock held.
void MonitorLine::write_out() {
  if (chardev() == nullptr) return from_monitor_.clear();
  const auto* const bytes = reinterpret_cast<const uint8_t*>(from_monitor_.data());
  from_monitor_.erase(0, chardev()->write({bytes, from_monitor_.size()}));
}

void MonitorLine::on_writable() {
  write_out();
  if (from_monitor_.empty()) pumps_->pair.read();
}

/// All that it sent has been read before. Not from within a call of a pump.
void MonitorLine::session_ended() {
  has_session_ = false;
  platform_.loop().post([weak = weak_from_this()] {
    if (const auto line = weak.lock()) line->end();
  });
}

void MonitorLine::end() {
  pumps_->pair.close();
  leave();
  on_end_(*this);
}

void MonitorLine::leave() {
  if (chardev() == nullptr) return;
  const std::lock_guard hold(platform_.machine_lock());
  chardev()->detach(*this);
  chardev_ = nullptr;
}

}  // namespace vm
