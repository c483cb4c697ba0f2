// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/block_workers.h"

#include <csignal>
#include <system_error>
#include <utility>

namespace vm {

BlockWorkers::~BlockWorkers() {
  {
    const std::lock_guard hold(lock_);
    is_ending_ = true;
  }
  work_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
}

void BlockWorkers::run(std::function<void()> task) {
  {
    const std::lock_guard hold(lock_);
    tasks_.push_back(std::move(task));
    if (busy_ + tasks_.size() > threads_.size() && threads_.size() < kMostThreads) add_thread();
    if (!threads_.empty()) return work_.notify_one();
    task = std::move(tasks_.front());
    tasks_.pop_front();
  }
  task();
}

void BlockWorkers::add_thread() {
  try {
    threads_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // The host has no more; those that there are do it.
  }
}

void BlockWorkers::work() {
  // Signals are for the main thread. A file that would grow too large then gives EFBIG.
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
  std::unique_lock hold(lock_);
  while (true) {
    work_.wait(hold, [this] { return is_ending_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    ++busy_;
    hold.unlock();
    task();
    hold.lock();
    --busy_;
    if (busy_ == 0 && tasks_.empty()) idle_.notify_all();
  }
}

void BlockWorkers::wait_idle() {
  std::unique_lock hold(lock_);
  idle_.wait(hold, [this] { return busy_ == 0 && tasks_.empty(); });
}

}  // namespace vm
