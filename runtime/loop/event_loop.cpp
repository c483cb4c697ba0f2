// SPDX-License-Identifier: Apache-2.0

#include "runtime/loop/event_loop.h"

#include <csignal>
#include <utility>

#include <asio/io_context.hpp>
#include <asio/post.hpp>

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
  asio::post(*io_, std::move(task));
}

}  // namespace qapi
