// SPDX-License-Identifier: Apache-2.0
//
// What tests of images have in common: images of several shapes, and random work on them.

#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/backends/qcow2/check.h"
#include "tests/unit/backends/qcow2/memory_medium.h"
#include "vm/backends/qcow2/create.h"
#include "vm/backends/qcow2/image.h"

namespace vm::qcow2 {

using Bytes = std::vector<uint8_t>;

inline Bytes pattern(uint64_t size, unsigned seed) {
  std::mt19937 random(seed);
  Bytes bytes(size);
  std::ranges::generate(bytes, [&random] { return static_cast<uint8_t>(random()); });
  return bytes;
}

struct Shape {
  uint32_t version = 3;
  unsigned cluster_bits = 12;
  unsigned refcount_order = 4;
  bool has_backing = false;
};

inline std::string name_of(const testing::TestParamInfo<Shape>& info) {
  const Shape& shape = info.param;
  return fmt::format(
      "Version{}Clusters{}Counts{}{}",
      shape.version,
      shape.cluster_bits,
      shape.refcount_order,
      shape.has_backing ? "Backed" : ""
  );
}

inline const auto kShapes = testing::Values(
    Shape{},
    Shape{.cluster_bits = 9},
    Shape{.cluster_bits = 9, .refcount_order = 6, .has_backing = true},
    Shape{.cluster_bits = 16, .refcount_order = 0, .has_backing = true},
    Shape{.version = 2, .cluster_bits = 10},
    Shape{.version = 2, .has_backing = true}
);

inline void expect_sound(MemoryMedium& medium, bool may_leak = false) {
  Result<CheckReport> report = check_image(medium);
  ASSERT_TRUE(report) << report.error().desc;
  EXPECT_THAT(report->faults, testing::IsEmpty());
  EXPECT_TRUE(may_leak || report->leaks == 0u) << report->leaks;
}

inline Bytes contents(Image& image) {
  Bytes all(image.size());
  EXPECT_EQ(image.read(0, all), 0);
  return all;
}

/// One random operation, on an image and on what it should then hold.
class Workload {
 public:
  explicit Workload(unsigned seed) : random_(seed) {}

  void step(Image& image, Bytes& model) {
    const uint64_t offset = pick(model.size());
    const uint64_t most = pick(6) == 0 ? model.size() / 3 : 9000;
    const uint64_t length = std::min<uint64_t>(pick(most) + 1, model.size() - offset);
    const auto begin = model.begin() + static_cast<ptrdiff_t>(offset);
    switch (pick(8)) {
      case 0:
        ASSERT_EQ(image.write_zeroes(offset, length, pick(2) == 0), 0);
        std::fill_n(begin, length, uint8_t{0});
        return;
      case 1:
        ASSERT_EQ(image.discard(offset, length), 0);
        ASSERT_EQ(image.read(offset, {&*begin, length}), 0) << "whatever is there now";
        return;
      default: break;
    }
    const Bytes data = pattern(length, static_cast<unsigned>(random_()));
    ASSERT_EQ(image.write(offset, data), 0);
    std::ranges::copy(data, begin);
  }

 private:
  uint64_t pick(uint64_t count) { return random_() % count; }

  std::mt19937_64 random_;
};

class Qcow2Test : public testing::TestWithParam<Shape> {
 protected:
  static constexpr uint64_t kSize = 256 * 1024 + 512;

  void create(MemoryMedium& medium, uint64_t size = kSize) const {
    const Shape& shape = GetParam();
    const NewImage image{
        .size = size,
        .version = shape.version,
        .cluster_bits = shape.cluster_bits,
        .refcount_order = shape.refcount_order,
    };
    const Result<> created = create_image(medium, image);
    ASSERT_TRUE(created) << created.error().desc;
  }

  std::unique_ptr<Image> open(Medium& medium, bool read_only = false) {
    // Room for few tables, so that they go and come.
    Result<std::unique_ptr<Image>> image =
        Image::open(medium, {.read_only = read_only, .unmap = true, .cache_bytes = 1});
    if (!image) ADD_FAILURE() << image.error().desc;
    if (!image) return nullptr;
    if (GetParam().has_backing) (*image)->set_backing(&backing_);
    return *std::move(image);
  }

  Bytes fresh_model() const {
    Bytes model(kSize);
    if (GetParam().has_backing) std::ranges::copy(backing_.bytes, model.begin());
    return model;
  }

  MemoryMedium backing_{pattern(150 * 1024 + 100, 7)};
};

}  // namespace vm::qcow2
