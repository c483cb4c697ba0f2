// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/outgoing.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <asio/buffer.hpp>
#include <asio/error.hpp>
#include <fmt/format.h>
#include <sys/socket.h>

#include "runtime/loop/event_loop.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// Written at once; a limit holds from one to the next.
constexpr size_t kMostAtOnce = size_t{64} << 10;
constexpr size_t kLongestAnswer = 4096;
constexpr std::chrono::milliseconds kLimitDelay{10};

bool is_socket(int fd) {
  int type = 0;
  socklen_t size = sizeof(type);
  return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

}  // namespace

Outgoing::Outgoing(
    Platform& platform,
    std::shared_ptr<Descriptor> stream,
    machine::SaveStream source,
    Ends ends
)
    : platform_(platform),
      stream_(std::move(stream)),
      source_(std::move(source)),
      ends_(std::move(ends)) {
  std::error_code ignored;  // it is non-blocking already, for whatever can be waited for
  stream_->non_blocking(true, ignored);
}

void Outgoing::limit(uint64_t bandwidth) {
  bandwidth_ = bandwidth;
  limited_since_ = std::chrono::steady_clock::now();
  limited_from_ = transferred_;
}

void Outgoing::run() {
  step_later();
}

void Outgoing::finish() {
  is_finishing_ = true;
  step_later();
}

void Outgoing::step_later() {
  platform_.loop().post([self = shared_from_this()] {
    if (self->stream_ != nullptr) self->step();
  });
}

void Outgoing::step() {
  if (done_ == chunk_.size() && !refill()) return;
  const size_t most = allowance();
  if (most > 0) return write(most);
  platform_.loop().run_after(kLimitDelay, [self = shared_from_this()] {
    if (self->stream_ != nullptr) self->step();
  });
}

/// False when there is nothing more to write now.
bool Outgoing::refill() {
  done_ = 0;
  chunk_.clear();
  if (has_end_) {
    all_written();
    return false;
  }
  if (!is_finishing_) {
    std::lock_guard hold(platform_.machine_lock());
    chunk_ = source_.next();
  }
  if (!chunk_.empty()) return true;
  if (!is_finishing_) {
    ends_.sent();
    return false;
  }
  chunk_ = source_.end();
  has_end_ = true;
  return true;
}

size_t Outgoing::allowance() {
  const size_t wanted = std::min(kMostAtOnce, chunk_.size() - done_);
  if (bandwidth_ == 0) return wanted;
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - limited_since_;
  const double allowed = passed.count() * static_cast<double>(bandwidth_);
  const double used = static_cast<double>(transferred_ - limited_from_);
  return allowed > used ? std::min(wanted, static_cast<size_t>(allowed - used)) : 0;
}

void Outgoing::write(size_t most) {
  std::error_code error;
  const size_t size = stream_->write_some(asio::buffer(chunk_.data() + done_, most), error);
  done_ += size;
  transferred_ += size;
  if (error == asio::error::would_block) return wait_to_write();
  if (error) return end(fail(error.message()));
  step_later();
}

void Outgoing::wait_to_write() {
  auto ready = [self = shared_from_this()](const std::error_code& error) {
    if (self->stream_ == nullptr) return;
    error ? self->end(fail(error.message())) : self->step();
  };
  stream_->async_wait(Descriptor::wait_write, ready);
}

void Outgoing::all_written() {
  if (!is_socket(stream_->native_handle())) return end({});
  ::shutdown(stream_->native_handle(), SHUT_WR);
  wait_for_answer();
}

void Outgoing::wait_for_answer() {
  auto ready = [self = shared_from_this()](const std::error_code& error) {
    if (self->stream_ == nullptr) return;
    error ? self->end(fail(error.message())) : self->read_answer();
  };
  stream_->async_wait(Descriptor::wait_read, ready);
}

/// A line: nothing in it, or why the peer has not taken the guest.
void Outgoing::read_answer() {
  std::array<char, kLongestAnswer> bytes{};
  std::error_code error;
  answer_.append(bytes.data(), stream_->read_some(asio::buffer(bytes), error));
  if (error == asio::error::would_block) return wait_for_answer();
  if (error) return end(fail("the other side went away and did not say that it has the guest"));
  const size_t line = answer_.find('\n');
  if (line == std::string::npos && answer_.size() < kLongestAnswer) return wait_for_answer();
  const std::string why = answer_.substr(0, line);
  end(why.empty() ? Result<>() : fail("the other side: " + why));
}

void Outgoing::end(Result<> result) {
  stream_ = nullptr;
  ends_.ended(std::move(result));
}

}  // namespace vm
