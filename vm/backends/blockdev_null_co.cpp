// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_null_co.h"

#include <cstring>

#include "vm/backends/block.h"

namespace vm {
namespace {

class BlockdevNullCo final
    : public Typed<Blockdev, api::BlockdevNullCoProps, api::BlockdevNullCoState> {
 public:
  explicit BlockdevNullCo(Platform& platform) : Typed(platform) {}

  std::string filename() const override { return "null-co:"; }

  int perform(const BlockRequest& request) override {
    const bool fills = props_.read_zeroes && request.kind == BlockRequest::Kind::Read;
    if (fills) std::memset(request.data, 0, request.length);
    return 0;
  }

 protected:
  Result<> on_realize() override {
    set_size(props_.size);
    set_read_only(props_.read_only.value_or(false));
    return {};
  }

  void on_unrealize() override { drain(); }

  void start(BlockRequest request) override {
    const int error = perform(request);
    finish(std::move(request), error);
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_null_co(Platform& platform) {
  return std::make_unique<BlockdevNullCo>(platform);
}

}  // namespace vm
