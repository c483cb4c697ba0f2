// SPDX-License-Identifier: Apache-2.0
//
// ThrottleGroup is what several nodes may ask for together: who comes first goes first.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include "generated/objects/throttle_group.h"

#include "vm/backends/block.h"
#include "vm/backends/rate_limit.h"

namespace vm {

class ThrottleGroup final : public Typed<Object, api::ThrottleGroupProps, api::ThrottleGroupState> {
 public:
  explicit ThrottleGroup(Platform& platform) : platform_(platform) {}
  ~ThrottleGroup() override;

  /// Calls `go` as soon as a request may be done: at once, or later on the main thread with the
  /// machine lock held. For requests of `node`, which are told apart by that only.
  void pass(const void* node, const BlockRequest& request, std::function<void()> go);

  /// Waits until it may be done. Not on the main thread.
  void wait_for(const BlockRequest& request);

  /// Lets all pass that `node` waits for, and those threads that wait.
  void release(const void* node);

 protected:
  Result<> on_configure() override;
  Result<> on_property_changed(std::string_view name) override;

 private:
  static constexpr size_t kLimits = 6;

  struct Waiting {
    const void* node = nullptr;
    bool reads = false;
    uint64_t length = 0;
    std::function<void()> go;
  };

  Result<> set_limits();
  bool applies(size_t limit, bool reads) const;
  uint64_t enter(const void* node, bool reads, uint64_t length, std::function<void()>& go);
  uint64_t wait_ns(bool reads);
  void take(bool reads, uint64_t length);
  void arm(uint64_t wait_ns);
  void let_pass();

  Platform& platform_;
  std::mutex lock_;
  std::array<RateLimit, kLimits> limits_;
  uint64_t iops_size_ = 0;
  std::deque<Waiting> waiting_;
  bool is_armed_ = false;
  std::shared_ptr<ThrottleGroup*> self_ = std::make_shared<ThrottleGroup*>(this);
};

}  // namespace vm
