// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_raw.h"

#include <limits>

#include <fmt/format.h>

#include "vm/backends/block.h"

namespace vm {
namespace {

class BlockdevRaw final : public Typed<Blockdev, api::BlockdevRawProps, api::BlockdevRawState>,
                          public BlockUser {
 public:
  explicit BlockdevRaw(Platform& platform) : Typed(platform) {}

  std::string filename() const override { return below().filename(); }
  api::BlockdevCacheOptions cache() const override { return below().cache(); }

  std::vector<std::pair<std::string, const Blockdev*>> nodes_below() const override {
    return {{"file", linked<Blockdev>(props_.file)}};
  }

  void on_resized() override {
    if (!props_.size) set_size(below().size() - props_.offset);
  }

 protected:
  Result<> on_realize() override {
    if (linked<Blockdev>(props_.file) == nullptr) {
      return fail(fmt::format("{}: 'file' names no node", path()));
    }
    TRY(set_part());
    bool read_only = props_.read_only.value_or(false);
    if (below().is_read_only() && !read_only) {
      read_only = props_.auto_read_only.value_or(false);
      if (!read_only) {
        return fail(
            fmt::format("{}: {} is read-only; use read-only=on", path(), below().node_name())
        );
      }
    }
    set_read_only(read_only);
    return below().attach(*this, path(), read_only ? BlockAccess::Read : BlockAccess::ReadWrite);
  }

  void on_unrealize() override {
    drain();
    below().detach(*this);
  }

  void start(BlockRequest request) override {
    request.offset += props_.offset;
    start_below(below(), std::move(request));
  }

  void wait_idle() override { drain_below(below()); }

  Result<> resize(uint64_t size) override {
    const bool fits = size <= std::numeric_limits<uint64_t>::max() - props_.offset;
    if (props_.size || !fits) return Blockdev::resize(size);
    return resize_below(below(), props_.offset + size);
  }

 private:
  Blockdev& below() const { return *linked<Blockdev>(props_.file); }

  Result<> set_part() {
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
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_raw(Platform& platform) {
  return std::make_unique<BlockdevRaw>(platform);
}

}  // namespace vm
