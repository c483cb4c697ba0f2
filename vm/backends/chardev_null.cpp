// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/chardev_null.h"

#include "vm/backends/chardev.h"

namespace vm {
namespace {

class ChardevNull final : public ChardevOf<api::ChardevNullProps, api::ChardevNullState> {
 public:
  explicit ChardevNull(Platform& platform) : ChardevOf(platform) {}

  std::string filename() const override { return "null"; }

 protected:
  void on_output() override { discard_output(); }
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_null(Platform& platform) {
  return std::make_unique<ChardevNull>(platform);
}

}  // namespace vm
