// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/stream.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <asio/error.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runtime/qmp/tls.h"

namespace qapi {

namespace {

// What a pipe that polls as writable takes without blocking (POSIX PIPE_BUF on Linux).
constexpr size_t kPipeRoom = 4096;

bool is_ready(int fd, short events) {
  pollfd wanted{fd, events, 0};
  return ::poll(&wanted, 1, 0) > 0;
}

Stream::Transfer transferred(ssize_t result) {
  if (result >= 0) return {.size = static_cast<size_t>(result)};
  const bool later = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
  return {.ended = !later};
}

// Descriptors that a message can bring; the host closes what is beyond.
constexpr size_t kMaxDescriptors = 16;

void take_descriptors(msghdr& message, std::vector<Fd>& descriptors) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr;
       part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    const size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t i = 0; i < count; ++i) {
      int descriptor = -1;
      std::memcpy(&descriptor, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
      descriptors.emplace_back(descriptor);
    }
  }
}

ssize_t receive(int socket, std::span<char> room, std::vector<Fd>& descriptors) {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kMaxDescriptors * sizeof(int))> control;  // NOLINT
  iovec bytes{.iov_base = room.data(), .iov_len = room.size()};
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  const ssize_t size = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  if (size >= 0) take_descriptors(message, descriptors);
  return size;
}

}  // namespace

struct Stream::State {
  explicit State(EventLoop& event_loop) : loop(event_loop), in(loop.io()), out(loop.io()) {}

  asio::posix::stream_descriptor& output() { return is_socket ? in : out; }

  EventLoop& loop;
  asio::posix::stream_descriptor in;
  asio::posix::stream_descriptor out;  // unused for a socket, which is `in`
  bool is_socket = false;
  bool is_closed = false;
  std::unique_ptr<TlsChannel> tls;  // null: in the clear
  TlsChannel::Need read_need = TlsChannel::Need::Nothing;
  TlsChannel::Need write_need = TlsChannel::Need::Nothing;
  std::function<void()> on_readable;
  std::function<void()> on_writable;
};

Stream::Stream(std::shared_ptr<State> state) : state_(std::move(state)) {}

Stream::~Stream() {
  close();
}

Result<std::unique_ptr<Stream>> Stream::of_socket(
    EventLoop& loop,
    int socket,
    const TlsIdentity* tls
) {
  auto state = std::make_shared<State>(loop);
  state->is_socket = true;
  asio::error_code error;
  state->in.assign(socket, error);
  if (error) {
    ::close(socket);
    return fail(fmt::format("cannot watch a connection: {}", error.message()));
  }
  if (tls != nullptr) {
    // The channel itself reads and writes, and knows no flags for it.
    state->in.native_non_blocking(true, error);
    state->tls = tls->accept(socket);
  }
  return std::unique_ptr<Stream>(new Stream(std::move(state)));
}

// Standard input and output are shared with whoever started us, so they stay in blocking mode: we
// only read and write what poll() says will not block.
Result<std::unique_ptr<Stream>> Stream::of_stdio(EventLoop& loop) {
  auto state = std::make_shared<State>(loop);
  asio::error_code error;
  state->in.assign(::dup(STDIN_FILENO), error);
  if (!error) state->out.assign(::dup(STDOUT_FILENO), error);
  if (error) return fail(fmt::format("stdio: {}", error.message()));
  return std::unique_ptr<Stream>(new Stream(std::move(state)));
}

std::string Stream::peer() const {
  if (!state_->is_socket) return "stdio";
  const int fd = state_->in.native_handle();
  ucred owner{};
  socklen_t size = sizeof(owner);
  if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &owner, &size) == 0 && owner.pid != 0) {
    return fmt::format("pid {}, uid {}, gid {}", owner.pid, owner.uid, owner.gid);
  }
  asio::ip::tcp::endpoint endpoint;
  size = static_cast<socklen_t>(endpoint.capacity());
  if (::getpeername(fd, endpoint.data(), &size) != 0) return "gone";
  endpoint.resize(size);
  return fmt::format("{}:{}", endpoint.address().to_string(), endpoint.port());
}

void Stream::set_handlers(std::function<void()> on_readable, std::function<void()> on_writable) {
  state_->on_readable = std::move(on_readable);
  state_->on_writable = std::move(on_writable);
}

void Stream::await_readable() {
  if (state_->tls != nullptr && state_->tls->has_unread()) {
    return state_->loop.post([state = state_] {
      if (!state->is_closed) state->on_readable();
    });
  }
  const bool writes = state_->read_need == TlsChannel::Need::Writable;
  state_->in.async_wait(
      writes ? asio::posix::stream_descriptor::wait_write
             : asio::posix::stream_descriptor::wait_read,
      [state = state_](const asio::error_code& error) {
        // A regular file cannot be watched, and is always ready.
        const bool ready = !error || error == asio::error::operation_not_supported;
        if (ready && !state->is_closed) state->on_readable();
      }
  );
}

void Stream::await_writable() {
  const bool reads = state_->write_need == TlsChannel::Need::Readable;
  state_->output().async_wait(
      reads ? asio::posix::stream_descriptor::wait_read
            : asio::posix::stream_descriptor::wait_write,
      [state = state_](const asio::error_code& error) {
        const bool ready = !error || error == asio::error::operation_not_supported;
        if (ready && !state->is_closed) state->on_writable();
      }
  );
}

Stream::Transfer Stream::read(std::span<char> room, std::vector<Fd>& descriptors) {
  const int fd = state_->in.native_handle();
  if (state_->tls != nullptr) {
    const TlsChannel::Transfer got = state_->tls->read(room);
    state_->read_need = got.need;
    return {.size = got.size, .ended = got.ended};
  }
  if (!state_->is_socket && !is_ready(fd, POLLIN)) return {};
  const ssize_t size =
      state_->is_socket ? receive(fd, room, descriptors) : ::read(fd, room.data(), room.size());
  if (size == 0) return {.ended = true};
  return transferred(size);
}

Stream::Transfer Stream::write(std::string_view text) {
  const int fd = state_->output().native_handle();
  if (state_->tls != nullptr) {
    const TlsChannel::Transfer sent = state_->tls->write(text);
    state_->write_need = sent.need;
    return {.size = sent.size, .ended = sent.ended};
  }
  if (state_->is_socket) {
    return transferred(::send(fd, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
  }
  if (!is_ready(fd, POLLOUT)) return {};
  text = text.substr(0, kPipeRoom);
  return transferred(::write(fd, text.data(), text.size()));
}

Result<std::unique_ptr<Stream>> Stream::move_to(EventLoop& loop) {
  auto moved = std::make_shared<State>(loop);
  moved->is_socket = state_->is_socket;
  asio::error_code error;
  moved->in.assign(::dup(state_->in.native_handle()), error);
  if (!error && !moved->is_socket) moved->out.assign(::dup(state_->out.native_handle()), error);
  if (error) return fail(fmt::format("cannot watch a connection: {}", error.message()));
  moved->tls = std::move(state_->tls);
  if (moved->tls != nullptr) moved->tls->move_to(moved->in.native_handle());
  close();
  return std::unique_ptr<Stream>(new Stream(std::move(moved)));
}

void Stream::close() {
  if (state_->is_closed) return;
  state_->is_closed = true;
  if (state_->tls != nullptr) state_->tls->close();
  asio::error_code ignored;
  state_->in.close(ignored);
  state_->out.close(ignored);
}

}  // namespace qapi
