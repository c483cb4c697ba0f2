// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_throttle.h"

#include <fmt/format.h>

#include "vm/backends/block_filter.h"
#include "vm/backends/throttle_group.h"

namespace vm {
namespace {

class BlockdevThrottle final
    : public BlockFilter<api::BlockdevThrottleProps, api::BlockdevThrottleState> {
 public:
  explicit BlockdevThrottle(Platform& platform)
      : BlockFilter(platform, "file", &api::BlockdevThrottleProps::file) {}

  int perform(const BlockRequest& request) override {
    group().wait_for(request);
    const int error = below().perform(request);
    raise_size(below().size());
    return error;
  }

 protected:
  Result<> on_realize() override {
    if (linked<ThrottleGroup>(props_.throttle_group) == nullptr) {
      return fail(fmt::format("{}: 'throttle-group' names no group", path()));
    }
    return BlockFilter::on_realize();
  }

  void start(BlockRequest request) override {
    // What `go` holds is copied, a request among it.
    const BlockRequest asked = request;
    group().pass(this, asked, [this, request = std::move(request)] {
      start_below(below(), request);
    });
  }

  /// Who waits for us must not wait for the limits.
  void wait_idle() override {
    group().release(this);
    BlockFilter::wait_idle();
  }

 private:
  ThrottleGroup& group() const { return *linked<ThrottleGroup>(props_.throttle_group); }
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_throttle(Platform& platform) {
  return std::make_unique<BlockdevThrottle>(platform);
}

}  // namespace vm
