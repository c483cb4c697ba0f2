// SPDX-License-Identifier: Apache-2.0

#include "runtime/loop/event_loop.h"

#include <csignal>
#include <utility>

#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>

namespace qapi {

// 1: a hint that one thread runs it, which saves locking; any may still post.
EventLoop::EventLoop() : io_(std::make_unique<asio::io_context>(1)) {
  // A peer that goes away is an error of the write to it, not the end of the process.
  std::signal(SIGPIPE, SIG_IGN);
}

EventLoop::~EventLoop() = default;

void EventLoop::run() {
  // Waits also while there is nothing to wait for: post() may bring something.
  const auto work = asio::make_work_guard(*io_);
  io_->run();
}

void EventLoop::poll() {
  // A loop without work counts as stopped.
  const bool was_stopped = stopped_;
  io_->poll();
  if (!was_stopped && !stopped_) io_->restart();
}

void EventLoop::stop() {
  stopped_ = true;
  io_->stop();
}

bool EventLoop::stopped() const {
  return stopped_;
}

void EventLoop::post(std::function<void()> task) {
  {
    std::lock_guard lock(tasks_lock_);
    tasks_.push_back(std::move(task));
  }
  asio::post(*io_, [this] { run_next_task(); });
}

void EventLoop::run_next_task() {
  std::unique_lock lock(tasks_lock_);
  const std::function<void()> task = std::move(tasks_.front());
  tasks_.pop_front();
  lock.unlock();
  task();
}

void EventLoop::run_after(std::chrono::milliseconds delay, std::function<void()> task) {
  const auto timer = std::make_shared<asio::steady_timer>(*io_, delay);
  // The handler keeps its own timer.
  timer->async_wait([timer, task = std::move(task)](std::error_code error) {
    if (!error) task();
  });
}

}  // namespace qapi
