// SPDX-License-Identifier: Apache-2.0
//
// FakeChardev is a serial line whose far end is the test.
//
//   FakePlatform platform(types_with_fake_chardev());
//   auto& line = platform.add<FakeChardev>("fake-chardev", "line");

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "generated/objects/object_table.h"

#include "vm/backends/chardev.h"

namespace vm {

class FakeChardev final : public Chardev {
 public:
  explicit FakeChardev(Platform& platform) : Chardev(platform) {}

  std::string filename() const override { return "fake"; }

  /// Something arrives from the far end.
  void arrive(const std::string& text) {
    deliver({reinterpret_cast<const uint8_t*>(text.data()), text.size()});
  }

  using Chardev::resize;

  /// How much may arrive.
  size_t room() { return input_room(); }

  /// What was sent since the last call. This makes room for more.
  std::string take() { return take_output(kBufferSize).substr(std::exchange(filler_, 0)); }

  /// Leaves room for so many bytes, until take().
  void fill_but(size_t room) {
    std::vector<uint8_t> filler(kBufferSize - room);
    filler_ = write(filler);
  }

  int outputs = 0;
  int input_wanted = 0;

 protected:
  void on_output() override { ++outputs; }
  void on_input_wanted() override { ++input_wanted; }

 private:
  size_t filler_ = 0;
};

inline std::span<const ObjectType> types_with_fake_chardev() {
  static const std::vector<ObjectType> types = [] {
    std::span<const ObjectType> real = object_table();
    std::vector<ObjectType> all(real.begin(), real.end());
    for (const ObjectType& type : real) {
      if (type.name != "chardev") continue;
      all.push_back({
          .name = "fake-chardev",
          .base = &type,
          .create = [](Platform& platform) -> Result<std::unique_ptr<Object>> {
            return std::make_unique<FakeChardev>(platform);
          },
      });
    }
    return all;
  }();
  return types;
}

}  // namespace vm
