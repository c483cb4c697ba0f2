// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/incoming.h"

#include <utility>

#include <asio/buffer.hpp>
#include <asio/error.hpp>
#include <fmt/format.h>

#include "runtime/loop/event_loop.h"

namespace vm {
namespace {

constexpr size_t kMostAtOnce = size_t{256} << 10;

}  // namespace

Incoming::Incoming(
    qapi::EventLoop& loop,
    std::shared_ptr<Descriptor> stream,
    uint64_t most_bytes,
    Ended ended
)
    : loop_(loop),
      stream_(std::move(stream)),
      most_bytes_(most_bytes),
      ended_(std::move(ended)) {
  std::error_code ignored;  // it is non-blocking already, for whatever can be waited for
  stream_->non_blocking(true, ignored);
}

void Incoming::run() {
  loop_.post([self = shared_from_this()] {
    if (self->stream_ != nullptr) self->read();
  });
}

void Incoming::read() {
  const size_t before = bytes_.size();
  bytes_.resize(before + kMostAtOnce);
  std::error_code error;
  const size_t size = stream_->read_some(asio::buffer(bytes_.data() + before, kMostAtOnce), error);
  bytes_.resize(before + size);
  if (error == asio::error::would_block) return wait();
  if (error == asio::error::eof) return end(std::move(bytes_));
  if (error) return end(fail(error.message()));
  if (bytes_.size() > most_bytes_) {
    return end(fail(fmt::format("there is more than {} bytes, the most there can be", most_bytes_))
    );
  }
  run();
}

void Incoming::wait() {
  auto ready = [self = shared_from_this()](const std::error_code& error) {
    if (self->stream_ == nullptr) return;
    error ? self->end(fail(error.message())) : self->read();
  };
  stream_->async_wait(Descriptor::wait_read, ready);
}

void Incoming::answer(const Result<>& taken) {
  if (stream_ == nullptr) return;
  const std::string line = (taken ? std::string() : taken.error().desc) + "\n";
  std::error_code ignored;  // of what is no socket, and of a peer that does not wait for it
  stream_->write_some(asio::buffer(line), ignored);
}

void Incoming::end(Result<std::string> result) {
  ended_(std::move(result));
  stream_ = nullptr;
}

}  // namespace vm
