// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/uring_queue.h"

#include <cerrno>
#include <csignal>
#include <cstring>

// Its functions in headers do not compile with all of our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <liburing.h>
#pragma GCC diagnostic pop

namespace vm {
namespace {

constexpr unsigned kEntries = 128;

}  // namespace

UringQueue::UringQueue() : ring_(std::make_unique<io_uring>()) {}

Result<std::unique_ptr<UringQueue>> UringQueue::open() {
  std::unique_ptr<UringQueue> queue(new UringQueue);
  const int error = io_uring_queue_init(kEntries, queue->ring_.get(), 0);
  if (error < 0) return fail(std::strerror(-error));
  queue->is_open_ = true;
  queue->thread_ = std::thread([&self = *queue] { self.run(); });
  return queue;
}

UringQueue::~UringQueue() {
  if (!is_open_) return;
  wait_idle();
  {
    // What has no transfer tells the thread to end.
    const std::lock_guard hold(lock_);
    io_uring_sqe* const last = io_uring_get_sqe(ring_.get());
    io_uring_prep_nop(last);
    io_uring_sqe_set_data(last, nullptr);
    io_uring_submit(ring_.get());
  }
  thread_.join();
  io_uring_queue_exit(ring_.get());
}

void UringQueue::submit(Transfer transfer) {
  const std::lock_guard hold(lock_);
  ++count_;
  waiting_.push_back(new Transfer(std::move(transfer)));
  submit_waiting();
}

void UringQueue::submit_waiting() {
  bool entered = false;
  while (!waiting_.empty() && in_ring_ < kEntries && enter(waiting_.front())) {
    waiting_.pop_front();
    ++in_ring_;
    entered = true;
  }
  // What the kernel does not take now it takes with the next ones.
  if (entered) io_uring_submit(ring_.get());
}

bool UringQueue::enter(Transfer* transfer) {
  io_uring_sqe* const entry = io_uring_get_sqe(ring_.get());
  if (entry == nullptr) return false;
  void* const data = transfer->data.data();
  const auto size = static_cast<unsigned>(transfer->data.size());
  if (transfer->writes) {
    io_uring_prep_write(entry, transfer->fd, data, size, transfer->offset);
  } else {
    io_uring_prep_read(entry, transfer->fd, data, size, transfer->offset);
  }
  io_uring_sqe_set_data(entry, transfer);
  return true;
}

void UringQueue::run() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  while (true) {
    io_uring_cqe* entry = nullptr;
    if (io_uring_wait_cqe(ring_.get(), &entry) != 0) continue;
    auto* const transfer = static_cast<Transfer*>(io_uring_cqe_get_data(entry));
    const int result = entry->res;
    io_uring_cqe_seen(ring_.get(), entry);
    if (transfer == nullptr) return;
    ended(transfer, result);
  }
}

/// What was done in part goes on; at an end that was not there before it ends with EIO.
void UringQueue::ended(Transfer* transfer, int result) {
  const bool again = result == -EINTR || result == -EAGAIN;
  if (result > 0) {
    transfer->offset += static_cast<uint64_t>(result);
    transfer->data = transfer->data.subspan(static_cast<size_t>(result));
  }
  if (again || (result > 0 && !transfer->data.empty())) {
    const std::lock_guard hold(lock_);
    --in_ring_;
    waiting_.push_front(transfer);
    return submit_waiting();
  }
  const std::unique_ptr<Transfer> over(transfer);
  int error = result < 0 ? -result : 0;
  if (result == 0) error = EIO;
  over->done(error);
  const std::lock_guard hold(lock_);
  --in_ring_;
  submit_waiting();
  if (--count_ == 0) idle_.notify_all();
}

void UringQueue::wait_idle() {
  std::unique_lock hold(lock_);
  idle_.wait(hold, [this] { return count_ == 0; });
}

}  // namespace vm
