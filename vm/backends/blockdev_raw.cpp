// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_raw.h"

#include <cerrno>
#include <limits>

#include <fmt/format.h>

#include "vm/backends/block_filter.h"

namespace vm {
namespace {

class BlockdevRaw final : public BlockFilter<api::BlockdevRawProps, api::BlockdevRawState> {
 public:
  explicit BlockdevRaw(Platform& platform)
      : BlockFilter(platform, "file", &api::BlockdevRawProps::file) {}

  int perform(const BlockRequest& request) override {
    BlockRequest moved = request;
    moved.offset += props_.offset;
    const bool ends_beyond = props_.size && request.offset + request.length > *props_.size;
    if (ends_beyond || moved.offset < request.offset) return ENOSPC;
    const int error = below().perform(moved);
    if (error == 0 && request.kind == BlockRequest::Kind::Write) {
      raise_size(request.offset + request.length);
    }
    return error;
  }

  void on_resized() override {
    if (!props_.size) set_size(below().size() - props_.offset);
  }

 protected:
  Result<> measure() override {
    const uint64_t whole = below().size();
    if (props_.offset > whole || props_.size.value_or(0) > whole - props_.offset) {
      return fail(fmt::format(
          "{}: {} has {} bytes; the part of {} at {} ends beyond them",
          path(),
          below().node_name(),
          whole,
          props_.size.value_or(0),
          props_.offset
      ));
    }
    set_size(props_.size.value_or(whole - props_.offset));
    return {};
  }

  void start(BlockRequest request) override {
    request.offset += props_.offset;
    start_below(below(), std::move(request));
  }

  Result<> resize(uint64_t size) override {
    const bool fits = size <= std::numeric_limits<uint64_t>::max() - props_.offset;
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): the answer of nodes that cannot grow
    if (props_.size || !fits) return Blockdev::resize(size);
    return resize_below(below(), props_.offset + size);
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_raw(Platform& platform) {
  return std::make_unique<BlockdevRaw>(platform);
}

}  // namespace vm
