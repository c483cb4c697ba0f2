// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/netdev_null.h"

#include "vm/backends/netdev.h"

namespace vm {
namespace {

class NetdevNull final : public Typed<Netdev, api::NetdevNullProps, api::NetdevNullState> {
 public:
  explicit NetdevNull(Platform& platform) : Typed(platform) {}

  std::string info() const override { return "null"; }

 protected:
  void on_output() override { discard_output(); }
};

}  // namespace

Result<std::unique_ptr<Object>> create_netdev_null(Platform& platform) {
  return std::make_unique<NetdevNull>(platform);
}

}  // namespace vm
