// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/image.h"

#include <thread>

#include "tests/unit/backends/qcow2/fixture.h"

namespace vm::qcow2 {
namespace {

INSTANTIATE_TEST_SUITE_P(Shapes, Qcow2Test, kShapes, name_of);

TEST_P(Qcow2Test, HoldsWhatIsWrittenWhateverTheOrder) {
  MemoryMedium medium;
  create(medium);
  Bytes model = fresh_model();
  Workload workload(GetParam().cluster_bits);
  for (int session = 0; session < 4; ++session) {
    const std::unique_ptr<Image> image = open(medium);
    ASSERT_NE(image, nullptr);
    ASSERT_TRUE(contents(*image) == model) << "session " << session;
    for (int i = 0; i < 60; ++i) {
      workload.step(*image, model);
      ASSERT_TRUE(i % 7 != 0 || image->flush() == 0);
    }
    ASSERT_TRUE(contents(*image) == model);
    ASSERT_EQ(image->close(), 0);
    expect_sound(medium);
  }
}

TEST_P(Qcow2Test, GivesRoomBack) {
  MemoryMedium medium;
  create(medium);
  const std::unique_ptr<Image> image = open(medium);
  ASSERT_EQ(image->write(0, pattern(kSize, 1)), 0);
  ASSERT_EQ(image->flush(), 0);
  const uint64_t before = medium.length();
  for (int i = 0; i < 5; ++i) {
    ASSERT_EQ(image->discard(0, kSize), 0);
    ASSERT_EQ(image->flush(), 0);
    ASSERT_EQ(image->write(0, pattern(kSize, 2)), 0);
  }
  const bool can_discard = GetParam().version >= 3 || !GetParam().has_backing;
  EXPECT_EQ(medium.discarded >= 5 * (kSize - 512), can_discard);
  EXPECT_LE(medium.length(), before + 8 * (uint64_t{1} << GetParam().cluster_bits));
  EXPECT_TRUE(contents(*image) == pattern(kSize, 2));
  EXPECT_EQ(image->close(), 0);
  expect_sound(medium);
}

TEST_P(Qcow2Test, ServesManyThreadsAtOnce) {
  MemoryMedium medium;
  create(medium);
  const std::unique_ptr<Image> image = open(medium);
  constexpr uint64_t kThreads = 4;
  constexpr uint64_t kStripe = 700;  // so that each cluster is everybody's
  std::vector<std::thread> threads;
  Bytes model = fresh_model();
  for (uint64_t thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (uint64_t at = thread * kStripe; at + kStripe <= kSize; at += kThreads * kStripe) {
        const Bytes data = pattern(kStripe, static_cast<unsigned>(at));
        EXPECT_EQ(image->write(at, data), 0);
        Bytes back(kStripe);
        EXPECT_EQ(image->read(at, back), 0);
        EXPECT_TRUE(back == data);
        EXPECT_TRUE(at % 16 != 0 || image->flush() == 0);
        std::ranges::copy(data, model.begin() + static_cast<ptrdiff_t>(at));
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_TRUE(contents(*image) == model);
  EXPECT_EQ(image->close(), 0);
  expect_sound(medium);
}

TEST_P(Qcow2Test, GrowsAndHidesWhatItsBackingFileHasBeyond) {
  MemoryMedium medium;
  create(medium, uint64_t{100} << 10);
  std::unique_ptr<Image> image = open(medium);
  ASSERT_EQ(image->write(1000, pattern(5000, 3)), 0);
  Bytes model = contents(*image);
  for (const uint64_t size : {uint64_t{200} << 10, uint64_t{3} << 20, uint64_t{9} << 20}) {
    ASSERT_EQ(image->resize(size), 0);
    model.resize(size);
    ASSERT_EQ(image->size(), size);
    ASSERT_TRUE(contents(*image) == model) << size;
    ASSERT_EQ(image->write(size - 100, pattern(100, 4)), 0);
    std::ranges::copy(pattern(100, 4), model.end() - 100);
  }
  EXPECT_EQ(image->close(), 0);
  expect_sound(medium);
  image = open(medium, true);
  EXPECT_TRUE(contents(*image) == model);
}

TEST_P(Qcow2Test, GoesOnWhenThereIsRoomAgain) {
  MemoryMedium medium;
  create(medium);
  std::unique_ptr<Image> image = open(medium);
  Bytes model = fresh_model();
  const Bytes first = pattern(50000, 5);
  ASSERT_EQ(image->write(0, first), 0);
  ASSERT_EQ(image->flush(), 0);
  std::ranges::copy(first, model.begin());
  medium.most_bytes = medium.length() + 3000;
  EXPECT_EQ(image->write(100000, pattern(150000, 6)), ENOSPC);
  EXPECT_EQ(image->flush(), 0) << "what there was room for";
  Bytes back(first.size());
  EXPECT_EQ(image->read(0, back), 0);
  EXPECT_TRUE(back == first);
  expect_sound(medium, true);
  medium.most_bytes = ~uint64_t{0};
  const Bytes again = pattern(150000, 6);
  EXPECT_EQ(image->write(100000, again), 0);
  std::ranges::copy(again, model.begin() + 100000);
  EXPECT_TRUE(contents(*image) == model);
  EXPECT_EQ(image->close(), 0);
  expect_sound(medium, true);
}

TEST_P(Qcow2Test, KeepsWhatItCouldNotCommit) {
  MemoryMedium medium;
  create(medium);
  Bytes model = fresh_model();
  std::unique_ptr<Image> image = open(medium);
  Workload workload(9);
  for (int i = 0; i < 20; ++i) {
    workload.step(*image, model);
  }
  for (int failing = 0; failing < 6; ++failing) {
    medium.writes_until_failure = failing;
    (void)image->flush();
    medium.writes_until_failure = -1;
    expect_sound(medium, true);
  }
  EXPECT_EQ(image->close(), 0);
  EXPECT_TRUE(contents(*open(medium, true)) == model);
  expect_sound(medium);
}

}  // namespace
}  // namespace vm::qcow2
