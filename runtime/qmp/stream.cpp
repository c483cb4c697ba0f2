// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/stream.h"

#include <cerrno>

#include <asio/error.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

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

}  // namespace

struct Stream::State {
  explicit State(EventLoop& event_loop) : loop(event_loop), in(loop.io()), out(loop.io()) {}

  asio::posix::stream_descriptor& output() { return is_socket ? in : out; }

  EventLoop& loop;
  asio::posix::stream_descriptor in;
  asio::posix::stream_descriptor out;  // unused for a socket, which is `in`
  bool is_socket = false;
  bool is_closed = false;
  std::function<void()> on_readable;
  std::function<void()> on_writable;
};

Stream::Stream(std::shared_ptr<State> state) : state_(std::move(state)) {}

Stream::~Stream() {
  close();
}

Result<std::unique_ptr<Stream>> Stream::of_socket(EventLoop& loop, int socket) {
  auto state = std::make_shared<State>(loop);
  state->is_socket = true;
  asio::error_code error;
  state->in.assign(socket, error);
  if (error) {
    ::close(socket);
    return fail(fmt::format("cannot watch a connection: {}", error.message()));
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

void Stream::set_handlers(std::function<void()> on_readable, std::function<void()> on_writable) {
  state_->on_readable = std::move(on_readable);
  state_->on_writable = std::move(on_writable);
}

void Stream::await_readable() {
  state_->in.async_wait(
      asio::posix::stream_descriptor::wait_read,
      [state = state_](const asio::error_code& error) {
        // A regular file cannot be watched, and is always ready.
        const bool ready = !error || error == asio::error::operation_not_supported;
        if (ready && !state->is_closed) state->on_readable();
      }
  );
}

void Stream::await_writable() {
  state_->output().async_wait(
      asio::posix::stream_descriptor::wait_write,
      [state = state_](const asio::error_code& error) {
        const bool ready = !error || error == asio::error::operation_not_supported;
        if (ready && !state->is_closed) state->on_writable();
      }
  );
}

Stream::Transfer Stream::read(std::span<char> room) {
  const int fd = state_->in.native_handle();
  if (!state_->is_socket && !is_ready(fd, POLLIN)) return {};
  const ssize_t size = state_->is_socket ? ::recv(fd, room.data(), room.size(), MSG_DONTWAIT)
                                         : ::read(fd, room.data(), room.size());
  if (size == 0) return {.ended = true};
  return transferred(size);
}

Stream::Transfer Stream::write(std::string_view text) {
  const int fd = state_->output().native_handle();
  if (state_->is_socket) {
    return transferred(::send(fd, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
  }
  if (!is_ready(fd, POLLOUT)) return {};
  text = text.substr(0, kPipeRoom);
  return transferred(::write(fd, text.data(), text.size()));
}

void Stream::close() {
  if (state_->is_closed) return;
  state_->is_closed = true;
  asio::error_code ignored;
  state_->in.close(ignored);
  state_->out.close(ignored);
}

}  // namespace qapi
