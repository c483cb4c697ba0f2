// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/session.h"

#include <array>
#include <utility>
#include <vector>

#include "vm/machine/vm.h"

namespace vm::gdb {
namespace {

constexpr size_t kReadBytes = 4096;

// A client that does not read what it asks for is dropped.
constexpr size_t kMostUnread = size_t{16} << 20;

}  // namespace

Session::Session(Vm& vm, std::string name, std::unique_ptr<qapi::Stream> stream)
    : vm_(vm),
      stream_(std::move(stream)),
      stub_(vm, std::move(name), *this) {}

Session::~Session() = default;

void Session::start(std::function<void()> on_end) {
  on_end_ = std::move(on_end);
  const auto call = [weak = weak_from_this()](void (Session::*function)()) {
    return [weak, function] {
      if (const std::shared_ptr<Session> self = weak.lock()) ((*self).*function)();
    };
  };
  const auto writable = [weak = weak_from_this()] {
    const std::shared_ptr<Session> self = weak.lock();
    if (self == nullptr) return;
    self->awaits_writable_ = false;
    self->flush();
  };
  stream_->set_handlers(call(&Session::read), writable);
  stream_->await_readable();
  // Not in the middle of the command that made the server, which holds the lock.
  vm_.loop().post([self = shared_from_this()] {
    if (!self->is_closed_) self->stub_.arrive();
  });
}

void Session::close() {
  if (is_closed_) return;
  is_closed_ = true;
  stream_->close();
  vm_.loop().post([self = shared_from_this()] { self->stub_.leave(); });
}

void Session::read() {
  std::array<char, kReadBytes> room;  // NOLINT: filled by read()
  std::vector<qapi::Fd> descriptors;  // gdb sends none
  const qapi::Stream::Transfer got = stream_->read(room, descriptors);
  reader_.feed({room.data(), got.size});
  for (Input input = reader_.next(); input.kind != Input::Kind::None; input = reader_.next()) {
    take(input);
    if (is_closed_) return;
  }
  if (!got.ended) return stream_->await_readable();
  close();
  on_end_();
}

void Session::take(const Input& input) {
  switch (input.kind) {
    case Input::Kind::None:
    case Input::Kind::Acknowledged: return;
    case Input::Kind::Refused: return write(last_sent_);
    case Input::Kind::Interrupt: return stub_.interrupt();
    case Input::Kind::Damaged: return write("-");
    case Input::Kind::Packet:
    case Input::Kind::TooLong: break;
  }
  if (acknowledges_) write("+");
  if (input.kind == Input::Kind::TooLong) return stub_.refuse_long_packet();
  stub_.handle(input.payload);
}

void Session::send(std::string payload) {
  last_sent_ = framed(payload);
  write(last_sent_);
}

void Session::end_acknowledgements() {
  acknowledges_ = false;
  reader_.ignore_checksums();
}

void Session::write(std::string_view bytes) {
  if (is_closed_) return;
  out_ += bytes;
  if (!awaits_writable_) flush();
  if (out_.size() <= kMostUnread) return;
  close();
  on_end_();
}

void Session::flush() {
  if (is_closed_) return;
  size_t done = 0;
  while (done < out_.size()) {
    const qapi::Stream::Transfer sent = stream_->write(std::string_view(out_).substr(done));
    if (sent.ended) done = out_.size();  // reading will tell
    if (sent.size == 0) break;
    done += sent.size;
  }
  out_.erase(0, done);
  if (out_.empty()) return;
  awaits_writable_ = true;
  stream_->await_writable();
}

}  // namespace vm::gdb
