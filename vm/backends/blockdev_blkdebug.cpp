// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_blkdebug.h"

#include <algorithm>
#include <mutex>
#include <vector>

#include "vm/backends/block_filter.h"

namespace vm {
namespace {

constexpr uint64_t kSector = 512;

api::BlkdebugIOType type_of(BlockRequest::Kind kind) {
  switch (kind) {
    case BlockRequest::Kind::Read: return api::BlkdebugIOType::Read;
    case BlockRequest::Kind::Write: return api::BlkdebugIOType::Write;
    case BlockRequest::Kind::WriteZeroes: return api::BlkdebugIOType::WriteZeroes;
    case BlockRequest::Kind::Discard: return api::BlkdebugIOType::Discard;
    case BlockRequest::Kind::Flush: break;
  }
  return api::BlkdebugIOType::Flush;
}

bool is_meant(const api::BlkdebugInjectError& error, const BlockRequest& request) {
  if (error.iotype && *error.iotype != type_of(request.kind)) return false;
  if (!error.sector) return true;
  const uint64_t at = *error.sector * kSector;
  return at < request.offset + request.length && request.offset < at + kSector;
}

class BlockdevBlkdebug final
    : public BlockFilter<api::BlockdevBlkdebugProps, api::BlockdevBlkdebugState> {
 public:
  explicit BlockdevBlkdebug(Platform& platform)
      : BlockFilter(platform, "image", &api::BlockdevBlkdebugProps::image) {}

  int perform(const BlockRequest& request) override {
    if (const int error = injected(request)) return error;
    const int error = below().perform(request);
    raise_size(below().size());
    return error;
  }

 protected:
  Result<> on_configure() override { return on_property_changed("inject-error"); }

  Result<> on_property_changed(std::string_view) override {
    const std::lock_guard hold(lock_);
    errors_ = props_.inject_error.value_or(std::vector<api::BlkdebugInjectError>());
    return {};
  }

  void start(BlockRequest request) override {
    if (const int error = injected(request)) return finish(std::move(request), error);
    start_below(below(), std::move(request));
  }

 private:
  /// An errno, or 0. Nodes above ask on threads of their own.
  int injected(const BlockRequest& request) {
    const std::lock_guard hold(lock_);
    const auto found = std::ranges::find_if(errors_, [&request](const auto& error) {
      return is_meant(error, request);
    });
    if (found == errors_.end()) return 0;
    const int error = found->errno_;
    if (found->once) errors_.erase(found);
    return error;
  }

  std::mutex lock_;
  std::vector<api::BlkdebugInjectError> errors_;  // that are still to come
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_blkdebug(Platform& platform) {
  return std::make_unique<BlockdevBlkdebug>(platform);
}

}  // namespace vm
