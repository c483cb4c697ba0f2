// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/throttle_group.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/loop/event_loop.h"
#include "vm/base/ticks.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// In this order in limits_.
enum Limit : size_t {
  kIopsTotal,
  kIopsRead,
  kIopsWrite,
  kBpsTotal,
  kBpsRead,
  kBpsWrite
};

// No time to wait for, not even none.
constexpr uint64_t kNow = ~uint64_t{0};

uint64_t host_now_ns() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<uint64_t>(std::chrono::nanoseconds(now).count());
}

struct Numbers {
  const char* name;
  uint64_t rate;
  uint64_t burst;
  uint64_t burst_s;
};

std::array<Numbers, 6> numbers_of(const api::ThrottleLimits& limits) {
  return {{
      {"iops-total", limits.iops_total, limits.iops_total_max, limits.iops_total_max_length},
      {"iops-read", limits.iops_read, limits.iops_read_max, limits.iops_read_max_length},
      {"iops-write", limits.iops_write, limits.iops_write_max, limits.iops_write_max_length},
      {"bps-total", limits.bps_total, limits.bps_total_max, limits.bps_total_max_length},
      {"bps-read", limits.bps_read, limits.bps_read_max, limits.bps_read_max_length},
      {"bps-write", limits.bps_write, limits.bps_write_max, limits.bps_write_max_length},
  }};
}

Result<> check(const Numbers& each) {
  if (each.rate == 0 && each.burst != 0) {
    return fail(fmt::format("limits.{}-max needs a {}", each.name, each.name));
  }
  if (each.burst != 0 && each.burst < each.rate) {
    return fail(fmt::format("limits.{}-max is less than {}", each.name, each.name));
  }
  if (each.burst == 0 && each.burst_s > 1) {
    return fail(fmt::format("limits.{}-max-length needs a {}-max", each.name, each.name));
  }
  return {};
}

}  // namespace

ThrottleGroup::~ThrottleGroup() {
  *self_ = nullptr;
}

Result<> ThrottleGroup::on_configure() {
  return set_limits();
}

Result<> ThrottleGroup::on_property_changed(std::string_view) {
  TRY(set_limits());
  arm(0);
  return {};
}

Result<> ThrottleGroup::set_limits() {
  const api::ThrottleLimits limits = props_.limits.value_or(api::ThrottleLimits{});
  const std::array<Numbers, kLimits> numbers = numbers_of(limits);
  for (const size_t total : {kIopsTotal, kBpsTotal}) {
    if (numbers[total].rate == 0) continue;
    if (numbers[total + 1].rate == 0 && numbers[total + 2].rate == 0) continue;
    return fail(fmt::format(
        "limits.{} and {} or {} cannot go together",
        numbers[total].name,
        numbers[total + 1].name,
        numbers[total + 2].name
    ));
  }
  for (const Numbers& each : numbers) {
    TRY(check(each));
  }
  const std::lock_guard hold(lock_);
  for (size_t i = 0; i < kLimits; ++i) {
    limits_[i] = RateLimit(numbers[i].rate, numbers[i].burst, numbers[i].burst_s);
  }
  iops_size_ = limits.iops_size;
  return {};
}

/// Discards and zeroes are writes.
bool ThrottleGroup::applies(size_t limit, bool reads) const {
  if (limit == kIopsTotal || limit == kBpsTotal) return true;
  return reads == (limit == kIopsRead || limit == kBpsRead);
}

uint64_t ThrottleGroup::wait_ns(bool reads) {
  const uint64_t now = host_now_ns();
  uint64_t wait = 0;
  for (size_t i = 0; i < kLimits; ++i) {
    if (applies(i, reads)) wait = std::max(wait, limits_[i].wait_ns(now));
  }
  return wait;
}

void ThrottleGroup::take(bool reads, uint64_t length) {
  const uint64_t now = host_now_ns();
  const bool is_many = iops_size_ != 0 && length > iops_size_;
  const uint64_t operations = is_many ? (length + iops_size_ - 1) / iops_size_ : 1;
  for (size_t i = 0; i < kLimits; ++i) {
    if (applies(i, reads)) limits_[i].take(now, i < kBpsTotal ? operations : length);
  }
}

void ThrottleGroup::pass(const void* node, const BlockRequest& request, std::function<void()> go) {
  if (request.kind == BlockRequest::Kind::Flush) return go();
  const bool reads = request.kind == BlockRequest::Kind::Read;
  const uint64_t wait = enter(node, reads, request.length, go);
  if (wait != kNow) return arm(wait);
  go();
}

/// kNow when it may be done; else `go` is taken, to be called later, perhaps after so long.
uint64_t ThrottleGroup::enter(
    const void* node,
    bool reads,
    uint64_t length,
    std::function<void()>& go
) {
  const std::lock_guard hold(lock_);
  const uint64_t wait = wait_ns(reads);
  const bool others_wait =
      std::ranges::any_of(waiting_, [reads](const Waiting& each) { return each.reads == reads; });
  if (wait > 0 || others_wait) {
    waiting_.push_back({node, reads, length, std::exchange(go, nullptr)});
    return wait;
  }
  take(reads, length);
  return kNow;
}

void ThrottleGroup::wait_for(const BlockRequest& request) {
  if (request.kind == BlockRequest::Kind::Flush) return;
  const bool reads = request.kind == BlockRequest::Kind::Read;
  std::unique_lock hold(lock_);
  for (uint64_t wait = wait_ns(reads); wait > 0; wait = wait_ns(reads)) {
    hold.unlock();
    std::this_thread::sleep_for(std::chrono::nanoseconds(wait));
    hold.lock();
  }
  take(reads, request.length);
}

/// Timers are the main thread's.
void ThrottleGroup::arm(uint64_t wait) {
  {
    const std::lock_guard hold(lock_);
    if (std::exchange(is_armed_, true)) return;
  }
  platform_.loop().post([this, self = self_, wait] {
    if (*self == nullptr) return;
    const std::chrono::milliseconds delay((wait + kNsPerMs - 1) / kNsPerMs);
    platform_.loop().run_after(delay, [self] {
      if (*self == nullptr) return;
      const std::lock_guard machine((*self)->platform_.machine_lock());
      (*self)->let_pass();
    });
  });
}

void ThrottleGroup::let_pass() {
  std::vector<std::function<void()>> ready;
  uint64_t next = 0;
  {
    const std::lock_guard hold(lock_);
    is_armed_ = false;
    // Reads do not wait for writes, nor the other way about.
    std::array<uint64_t, 2> waits{};
    for (auto each = waiting_.begin(); each != waiting_.end();) {
      uint64_t& wait = waits[each->reads ? 1 : 0];
      if (wait == 0) wait = wait_ns(each->reads);
      if (wait == 0) {
        take(each->reads, each->length);
        ready.push_back(std::move(each->go));
        each = waiting_.erase(each);
      } else {
        next = next == 0 ? wait : std::min(next, wait);
        ++each;
      }
    }
  }
  if (next > 0) arm(next);
  for (const std::function<void()>& go : ready) {
    go();
  }
}

void ThrottleGroup::release(const void* node) {
  std::vector<std::function<void()>> ready;
  {
    const std::lock_guard hold(lock_);
    for (Waiting& each : waiting_) {
      if (each.node != node) continue;
      take(each.reads, each.length);
      ready.push_back(std::move(each.go));
    }
    std::erase_if(waiting_, [node](const Waiting& each) { return each.node == node; });
  }
  for (const std::function<void()>& go : ready) {
    go();
  }
}

Result<std::unique_ptr<Object>> create_throttle_group(Platform& platform) {
  return std::make_unique<ThrottleGroup>(platform);
}

}  // namespace vm
