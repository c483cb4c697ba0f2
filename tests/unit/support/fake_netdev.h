// SPDX-License-Identifier: Apache-2.0
//
// FakeNetdev is a network cable whose far end is the test.
//
//   FakePlatform platform(types_with_fake_netdev());
//   auto& netdev = platform.add<FakeNetdev>("fake-netdev", "net");

#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "generated/objects/object_table.h"

#include "vm/backends/netdev.h"

namespace vm {

class FakeNetdev final : public Netdev {
 public:
  explicit FakeNetdev(Platform& platform) : Netdev(platform) {}

  std::string info() const override { return "fake"; }
  void arrive(FrameView frame) { deliver(frame); }
  void arrive(const std::string& text) {
    deliver({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
  }
  std::optional<Frame> take() { return take_frame(); }
  bool is_open() { return wants_input(); }

  int outputs = 0;
  int input_wanted = 0;

 protected:
  void on_output() override { ++outputs; }
  void on_input_wanted() override { ++input_wanted; }
};

inline std::span<const ObjectType> types_with_fake_netdev() {
  static const std::vector<ObjectType> types = [] {
    const std::span<const ObjectType> real = object_table();
    std::vector<ObjectType> all(real.begin(), real.end());
    const auto base = std::find_if(real.begin(), real.end(), [](const ObjectType& type) {
      return type.name == "netdev";
    });
    all.push_back({
        .name = "fake-netdev",
        .base = &*base,
        .create = [](Platform& platform) -> Result<std::unique_ptr<Object>> {
          return std::make_unique<FakeNetdev>(platform);
        },
    });
    return all;
  }();
  return types;
}

}  // namespace vm
