// SPDX-License-Identifier: Apache-2.0
//
// One host timer serves all timers of the guest. Timers are armed by CPU threads, thousands of
// times a second and mostly for later than the one that is waited for; the main thread is only
// woken when the earliest time moves forward.

#include "vm/base/clock.h"

#include <algorithm>
#include <chrono>

#include <asio/steady_timer.hpp>

#include "runtime/loop/event_loop.h"

namespace vm {
namespace {

constexpr int64_t kRunning = 1;

// Guest time ends there, after some 146 years, whatever a guest waits for or a snapshot holds: half
// of what a word holds, for it shares it.
constexpr uint64_t kEndOfTime = (uint64_t{1} << 62) - 1;

// In nanoseconds, some 36 years: host times must not overflow.
constexpr uint64_t kLongestDelay = uint64_t{1} << 60;

int64_t host_ns() {
  auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

int64_t up_to_end(uint64_t ns) {
  return static_cast<int64_t>(std::min(ns, kEndOfTime));
}

int64_t packed(int64_t ns, int64_t running) {
  return ns * 2 + running;
}

}  // namespace

class VirtualClock::Waiter : public std::enable_shared_from_this<Waiter> {
 public:
  Waiter(VirtualClock& clock, qapi::EventLoop& loop)
      : clock_(&clock),
        loop_(loop),
        timer_(loop.io()) {}

  /// With the machine lock held, any thread: sees to it that run_due() is called at `host_when_ns`
  /// of host time, which is `when_ns` of guest time.
  void wait(uint64_t when_ns, int64_t host_when_ns) {
    if (waits_for_ns_ <= when_ns) return;
    waits_for_ns_ = when_ns;
    loop_.post([self = shared_from_this(), host_when_ns] { self->start(host_when_ns); });
  }

  /// With the machine lock held, any thread: what was waited for no longer counts.
  void forget() { waits_for_ns_ = UINT64_MAX; }

  /// On the main thread: no callback comes after this.
  void detach() {
    clock_ = nullptr;
    timer_.cancel();
  }

 private:
  // Starting the timer anew cancels the wait before.
  void start(int64_t host_when_ns) {
    if (clock_ == nullptr) return;
    timer_.expires_at(asio::steady_timer::time_point(std::chrono::nanoseconds(host_when_ns)));
    timer_.async_wait([self = shared_from_this()](const std::error_code& error) {
      if (!error && self->clock_ != nullptr) self->clock_->host_time_has_come();
    });
  }

  VirtualClock* clock_;
  qapi::EventLoop& loop_;
  asio::steady_timer timer_;
  uint64_t waits_for_ns_ = UINT64_MAX;
};

VirtualClock::VirtualClock(qapi::EventLoop& loop, std::mutex& lock)
    : waiter_(std::make_shared<Waiter>(*this, loop)),
      lock_(lock) {}

// By its signature asio's cancel() can throw; for a timer it has nothing to throw for.
VirtualClock::~VirtualClock() {  // NOLINT(bugprone-exception-escape)
  waiter_->detach();
}

uint64_t VirtualClock::now_ns() const {
  int64_t base = base_.load(std::memory_order_acquire);
  int64_t ns = base >> 1;
  const bool follows_host = (base & kRunning) != 0 && !is_driven_;
  return static_cast<uint64_t>(follows_host ? host_ns() - ns : ns);
}

bool VirtualClock::is_running() const {
  return (base_.load(std::memory_order_acquire) & kRunning) != 0;
}

void VirtualClock::start() {
  if (is_running()) return;
  const int64_t now = up_to_end(now_ns());
  base_.store(packed(is_driven_ ? now : host_ns() - now, kRunning), std::memory_order_release);
  waiter_->forget();
  arm_waiter();
}

void VirtualClock::stop() {
  if (!is_running()) return;
  base_.store(packed(up_to_end(now_ns()), 0), std::memory_order_release);
}

void VirtualClock::set_now_ns(uint64_t now_ns) {
  base_.store(packed(up_to_end(now_ns), 0), std::memory_order_release);
}

void VirtualClock::set_driver(std::function<void()> on_armed) {
  const uint64_t now = now_ns();
  const int64_t running = base_.load(std::memory_order_relaxed) & kRunning;
  is_driven_ = true;
  base_.store(packed(up_to_end(now), running), std::memory_order_release);
  on_armed_ = std::move(on_armed);
}

void VirtualClock::advance_to(uint64_t now_ns) {
  const int64_t running = base_.load(std::memory_order_relaxed) & kRunning;
  base_.store(packed(up_to_end(now_ns), running), std::memory_order_release);
}

void VirtualClock::arm_waiter() {
  if (is_driven_) return on_armed_();
  if (due_.empty() || !is_running()) return;
  uint64_t when = due_.begin()->first;
  uint64_t now = now_ns();
  uint64_t delay = when > now ? when - now : 0;
  waiter_->wait(when, host_ns() + static_cast<int64_t>(std::min(delay, kLongestDelay)));
}

void VirtualClock::host_time_has_come() {
  std::lock_guard hold(lock_);
  waiter_->forget();
  if (is_driven_) return;
  run_due();
  arm_waiter();
}

void VirtualClock::run_due() {
  if (!is_running()) return;
  // A callback that always arms its timer for a time that is past must not keep the event loop from
  // all else.
  size_t budget = due_.size();
  uint64_t now = now_ns();
  while (budget-- > 0 && !due_.empty() && due_.begin()->first <= now) {
    Timer* timer = due_.begin()->second;
    due_.erase(due_.begin());
    timer->armed_ = false;
    timer->callback_();
  }
}

Timer::Timer(VirtualClock& clock, std::function<void()> callback)
    : clock_(clock),
      callback_(std::move(callback)) {}

Timer::~Timer() {
  cancel();
}

void Timer::arm(uint64_t when_ns) {
  cancel();
  when_ns_ = when_ns;
  armed_ = true;
  clock_.due_.emplace(when_ns, this);
  clock_.arm_waiter();
}

void Timer::cancel() {
  if (!armed_) return;
  clock_.due_.erase(clock_.due_.find({when_ns_, this}));
  armed_ = false;
}

}  // namespace vm
