// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/loopback.h"

#include <algorithm>

#include "generated/objects/object_table.h"

#include "vm/backends/chardev.h"
#include "vm/backends/netdev.h"

namespace vm::fuzz {
namespace {

class LoopbackChardev final : public Chardev {
 public:
  explicit LoopbackChardev(Platform& platform) : Chardev(platform) {}

  std::string filename() const override { return "loopback"; }

 protected:
  void on_output() override { on_input_wanted(); }

  /// What finds no room is lost, as on a line without flow control.
  void on_input_wanted() override {
    const std::string text = take_output(kBufferSize);
    const size_t count = std::min(text.size(), input_room());
    deliver({reinterpret_cast<const uint8_t*>(text.data()), count});
  }
};

class LoopbackNetdev final : public Netdev {
 public:
  explicit LoopbackNetdev(Platform& platform) : Netdev(platform) {}

  std::string info() const override { return "loopback"; }

 protected:
  void on_output() override {
    while (const std::optional<Frame> frame = take_frame()) {
      deliver(*frame);
    }
  }
};

template <typename Backend>
Result<std::unique_ptr<Object>> create(Platform& platform) {
  return std::make_unique<Backend>(platform);
}

}  // namespace

std::span<const ObjectType> types_with_loopbacks() {
  static const std::vector<ObjectType> types = [] {
    const std::span<const ObjectType> real = object_table();
    std::vector<ObjectType> all(real.begin(), real.end());
    for (const ObjectType& type : real) {
      if (type.name == "chardev") {
        all.push_back({.name = kLoopbackChardev, .base = &type, .create = create<LoopbackChardev>});
      } else if (type.name == "netdev") {
        all.push_back({.name = kLoopbackNetdev, .base = &type, .create = create<LoopbackNetdev>});
      }
    }
    return all;
  }();
  return types;
}

}  // namespace vm::fuzz
