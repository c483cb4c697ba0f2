// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/nbd_client.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "vm/backends/nbd_library.h"

namespace vm {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// A part of a request that any server takes.
constexpr uint64_t kMostBytes = 16 << 20;
constexpr uint64_t kMostBytesWithoutData = 1 << 30;

// Between two attempts to reach a server that has gone.
constexpr milliseconds kRetry{500};

// A server that has said nothing for so long says nothing any more.
constexpr seconds kPatience{10};

int remaining_ms(std::chrono::steady_clock::time_point end) {
  const auto left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<int64_t>(left.count(), 0, 60'000));
}

}  // namespace

std::string NbdClient::last_error() const {
  const char* const text = nbd_.get_error();
  return text == nullptr ? "unknown error" : text;
}

Result<std::unique_ptr<NbdClient>> NbdClient::open(Options options) {
  const NbdLibrary* const library = TRY(NbdLibrary::load());
  std::unique_ptr<NbdClient> client(new NbdClient(*library, std::move(options)));
  client->wake_ = qapi::Fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (client->wake_.get() < 0) return fail(std::strerror(errno));
  TRY(client->connect_first());
  client->thread_ = std::thread([&self = *client] { self.run(); });
  return client;
}

NbdClient::~NbdClient() {
  {
    const std::lock_guard hold(lock_);
    is_ending_ = true;
  }
  wake();
  if (thread_.joinable()) thread_.join();
  close_handle();
}

Result<> NbdClient::connect_first() {
  const Clock::time_point end = Clock::now() + options_.open_timeout;
  while (true) {
    Result<> connected = begin_connecting();
    if (connected) connected = wait_ready(std::max(end, Clock::now() + kPatience));
    if (connected) break;
    close_handle();
    if (Clock::now() + kRetry > end || options_.socket >= 0) return connected;
    std::this_thread::sleep_for(kRetry);
  }
  adopt_export();
  return {};
}

Result<> NbdClient::begin_connecting() {
  handle_ = nbd_.create();
  if (handle_ == nullptr) return fail(last_error());
  nbd_.set_export_name(handle_, options_.export_name.c_str());
  // What is asked of a server we have checked; what it says in its error messages is not ours.
  nbd_.set_strict_mode(handle_, 0);
  int failed = 0;
  if (options_.socket >= 0) {
    failed = nbd_.aio_connect_socket(handle_, options_.socket);
  } else if (!options_.socket_path.empty()) {
    failed = nbd_.aio_connect_unix(handle_, options_.socket_path.c_str());
  } else {
    failed = nbd_.aio_connect_tcp(handle_, options_.host.c_str(), options_.port.c_str());
  }
  return failed == 0 ? Result<>() : fail(last_error());
}

Result<> NbdClient::wait_ready(Clock::time_point end) {
  while (!is_ready()) {
    if (is_gone()) return fail(last_error());
    const int left = remaining_ms(end);
    if (left == 0) return fail("the server does not answer");
    poll_once(left);
  }
  return {};
}

void NbdClient::adopt_export() {
  size_ = static_cast<uint64_t>(std::max<int64_t>(nbd_.get_size(handle_), 0));
  is_read_only_ = nbd_.is_read_only(handle_) == 1;
  can_flush_ = nbd_.can_flush(handle_) == 1;
  can_trim_ = nbd_.can_trim(handle_) == 1;
  can_zero_ = nbd_.can_zero(handle_) == 1;
}

bool NbdClient::is_ready() const {
  return handle_ != nullptr &&
         (nbd_.aio_is_ready(handle_) == 1 || nbd_.aio_is_processing(handle_) == 1);
}

bool NbdClient::is_gone() const {
  return handle_ == nullptr || nbd_.aio_is_dead(handle_) == 1 || nbd_.aio_is_closed(handle_) == 1;
}

/// Waits for the server, or for whoever wakes us.
void NbdClient::poll_once(int timeout_ms) {
  pollfd fds[2] = {{.fd = wake_.get(), .events = POLLIN, .revents = 0}, {}};
  const bool has_socket = !is_gone();
  if (has_socket) {
    const unsigned direction = nbd_.aio_get_direction(handle_);
    fds[1].fd = nbd_.aio_get_fd(handle_);
    if ((direction & LIBNBD_AIO_DIRECTION_READ) != 0) fds[1].events |= POLLIN;
    if ((direction & LIBNBD_AIO_DIRECTION_WRITE) != 0) fds[1].events |= POLLOUT;
  }
  if (poll(fds, has_socket ? 2 : 1, timeout_ms) <= 0) return;
  if (fds[0].revents != 0) {
    uint64_t count = 0;
    (void)!read(wake_.get(), &count, sizeof count);
  }
  if (!has_socket || fds[1].revents == 0) return;
  // An end of the connection is something to be read.
  const bool can_read = (fds[1].revents & ~POLLOUT) != 0;
  if (can_read && (fds[1].events & POLLIN) != 0) {
    (void)nbd_.aio_notify_read(handle_);
  } else {
    (void)nbd_.aio_notify_write(handle_);
  }
}

void NbdClient::wake() {
  const uint64_t one = 1;
  (void)!write(wake_.get(), &one, sizeof one);
}

void NbdClient::submit(BlockRequest request, Done done) {
  auto command = std::make_unique<Command>();
  command->request = std::move(request);
  command->done = std::move(done);
  {
    const std::lock_guard hold(lock_);
    pending_.push_back(std::move(command));
    ++count_;
  }
  wake();
}

void NbdClient::wait_idle() {
  std::unique_lock hold(lock_);
  const auto is_idle = [this] { return count_ == 0; };
  const auto patience = kPatience + options_.reconnect_delay;
  if (idle_.wait_for(hold, patience, is_idle)) return;
  gives_up_ = true;
  wake();
  idle_.wait(hold, is_idle);
  gives_up_ = false;
}

void NbdClient::run() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  while (true) {
    {
      const std::lock_guard hold(lock_);
      if (is_ending_ && count_ == 0) return;
      if (gives_up_) close_handle();
    }
    serve();
  }
}

/// One turn: what is over, what is new, and a wait for more.
void NbdClient::serve() {
  collect();
  if (is_gone()) lose();
  if (is_lost_) connect_again();
  expire();
  if (is_ready()) issue_pending();
  collect();
  if (is_gone() && !is_lost_) return;
  poll_once(is_lost_ ? static_cast<int>(kRetry.count()) / 5 : 60'000);
}

/// What was under way has to be asked for again, in the same order.
void NbdClient::lose() {
  close_handle();
  const std::lock_guard hold(lock_);
  while (!in_flight_.empty()) {
    in_flight_.back()->is_over = false;
    pending_.push_front(std::move(in_flight_.back()));
    in_flight_.pop_back();
  }
  if (!is_lost_) lost_at_ = Clock::now();
  if (!is_lost_) try_at_ = lost_at_;
  is_lost_ = true;
}

void NbdClient::connect_again() {
  if (handle_ != nullptr) {
    if (!is_ready()) {
      if (Clock::now() > try_at_ + kPatience) close_handle();
      return;
    }
    // The disk is another one if it has another size.
    const bool is_same = nbd_.get_size(handle_) == static_cast<int64_t>(size_) &&
                         (is_read_only_ || nbd_.is_read_only(handle_) == 0);
    if (!is_same) return close_handle();
    is_lost_ = false;
    adopt_export();
    return;
  }
  if (Clock::now() < try_at_ || options_.socket >= 0) return;
  try_at_ = Clock::now() + kRetry;
  if (!begin_connecting()) close_handle();
}

/// The time of those that wait for the server is over.
void NbdClient::expire() {
  if (!is_lost_) return;
  std::deque<std::unique_ptr<Command>> failed;
  {
    const std::lock_guard hold(lock_);
    const bool is_over = Clock::now() >= lost_at_ + options_.reconnect_delay;
    if (!is_over && !gives_up_) return;
    failed.swap(pending_);
  }
  for (const std::unique_ptr<Command>& each : failed) {
    each->error = EIO;
    complete(*each);
  }
}

void NbdClient::issue_pending() {
  while (is_ready()) {
    std::unique_ptr<Command> command;
    {
      const std::lock_guard hold(lock_);
      if (pending_.empty()) return;
      command = std::move(pending_.front());
      pending_.pop_front();
    }
    in_flight_.push_back(std::move(command));
    Command& issued = *in_flight_.back();
    const int64_t cookie = issue(issued);
    if (cookie > 0 || issued.is_over) continue;
    if (cookie < 0 && !is_gone()) {
      const int error = nbd_.get_errno();
      issued.error = error == 0 ? EIO : error;
    }
    if (cookie == 0 || !is_gone()) issued.is_over = true;
  }
}

/// A part of it, or all: positive. 0 when there is nothing to ask for.
int64_t NbdClient::issue(Command& command) {
  const nbd_completion_callback done = {
      .callback =
          [](void* user, int* error) {
            auto& over = *static_cast<Command*>(user);
            over.is_over = true;
            over.error = *error;
            return 1;
          },
      .user_data = &command,
      .free = nullptr,
  };
  const BlockRequest& request = command.request;
  const uint64_t at = request.offset + command.progress;
  const uint64_t left = request.length - command.progress;
  command.error = 0;
  command.part = std::min(left, kMostBytes);
  if (request.kind == BlockRequest::Kind::Flush) {
    return can_flush_ ? nbd_.aio_flush(handle_, done, 0) : 0;
  }
  if (left == 0) return 0;
  switch (request.kind) {
    case BlockRequest::Kind::Read:
      return nbd_.aio_pread(handle_, request.data + command.progress, command.part, at, done, 0);
    case BlockRequest::Kind::Write:
      return nbd_.aio_pwrite(handle_, request.data + command.progress, command.part, at, done, 0);
    case BlockRequest::Kind::WriteZeroes:
      if (!can_zero_) {
        zeroes_.resize(kMostBytes);
        return nbd_.aio_pwrite(handle_, zeroes_.data(), command.part, at, done, 0);
      }
      command.part = std::min(left, kMostBytesWithoutData);
      return nbd_.aio_zero(
          handle_,
          command.part,
          at,
          done,
          request.may_unmap ? 0 : LIBNBD_CMD_FLAG_NO_HOLE
      );
    case BlockRequest::Kind::Discard:
      command.part = left;
      if (!can_trim_) return 0;
      command.part = std::min(left, kMostBytesWithoutData);
      return nbd_.aio_trim(handle_, command.part, at, done, 0);
    case BlockRequest::Kind::Flush: break;
  }
  return 0;
}

/// Those whose answer has come. Answers that only say that there is no server any more are none.
void NbdClient::collect() {
  const bool gone = is_gone();
  for (auto each = in_flight_.begin(); each != in_flight_.end();) {
    Command& command = **each;
    if (!command.is_over || (gone && command.error != 0)) {
      ++each;
      continue;
    }
    command.is_over = false;
    command.progress += command.part;
    if (command.error != 0 || command.progress >= command.request.length) {
      complete(command);
    } else {
      const std::lock_guard hold(lock_);
      pending_.push_front(std::move(*each));
    }
    each = in_flight_.erase(each);
  }
}

void NbdClient::complete(Command& command) {
  command.done(command.error);
  const std::lock_guard hold(lock_);
  if (--count_ == 0) idle_.notify_all();
}

void NbdClient::close_handle() {
  if (handle_ != nullptr) nbd_.close(handle_);
  handle_ = nullptr;
}

}  // namespace vm
