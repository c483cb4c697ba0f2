// SPDX-License-Identifier: Apache-2.0
//
// The medium dies at any moment. What was flushed is there; of what was written since then each
// sector is there, or is not.

#include <set>

#include "tests/unit/backends/qcow2/fixture.h"

namespace vm::qcow2 {
namespace {

using Qcow2CrashTest = Qcow2Test;

INSTANTIATE_TEST_SUITE_P(Shapes, Qcow2CrashTest, kShapes, name_of);

/// What each sector of the disk was, and when.
class History {
 public:
  explicit History(const Bytes& model) : sectors_(model.size() / kSector) { note(model); }

  /// After a step of the work: the log has so many operations.
  void note(const Bytes& model) {
    for (size_t i = 0; i < sectors_.size(); ++i) {
      const size_t value = hash(model, i);
      if (sectors_[i].empty() || sectors_[i].back().value != value) {
        sectors_[i].push_back({steps_, value});
      }
    }
    ++steps_;
  }

  /// All that was done so far is on the medium when the log has so many operations.
  void acknowledge(size_t log_size) { acknowledged_.emplace_back(log_size, steps_ - 1); }

  /// The first sector that holds what it cannot hold after a crash there, or -1.
  int first_wrong(const Bytes& found, size_t log_size) const {
    size_t since = 0;
    for (const auto& [size, step] : acknowledged_) {
      if (size <= log_size) since = step;
    }
    for (size_t i = 0; i < sectors_.size(); ++i) {
      if (!was(sectors_[i], hash(found, i), since)) return static_cast<int>(i);
    }
    return -1;
  }

 private:
  struct Version {
    size_t step = 0;
    size_t value = 0;
  };

  static size_t hash(const Bytes& bytes, size_t sector) {
    const auto* const text = reinterpret_cast<const char*>(bytes.data());
    return std::hash<std::string_view>()({text + sector * kSector, kSector});
  }

  /// Whether it was that at step `since`, or later.
  static bool was(const std::vector<Version>& versions, size_t value, size_t since) {
    for (size_t i = 0; i < versions.size(); ++i) {
      const bool lasted = i + 1 == versions.size() || versions[i + 1].step > since;
      if (lasted && versions[i].value == value) return true;
    }
    return false;
  }

  std::vector<std::vector<Version>> sectors_;
  std::vector<std::pair<size_t, size_t>> acknowledged_;
  size_t steps_ = 0;
};

/// What is left when the medium dies before operation `end`.
Bytes after_crash(
    const Bytes& start,
    const std::vector<MemoryMedium::Operation>& log,
    size_t end,
    bool in_order,
    std::mt19937& random
) {
  size_t flushed = 0;
  for (size_t i = 0; i < end; ++i) {
    if (log[i].bytes.empty()) flushed = i;
  }
  MemoryMedium medium(start);
  std::set<uint64_t> stale;  // sectors that stay as they were
  for (size_t i = 0; i < end; ++i) {
    std::span<const uint8_t> bytes(log[i].bytes);
    for (uint64_t at = log[i].offset; !bytes.empty();) {
      const uint64_t count = std::min<uint64_t>(kSector - at % kSector, bytes.size());
      const bool may_stay = i > flushed && !in_order;
      if (may_stay && random() % 2 == 0) stale.insert(at / kSector);
      if (!stale.contains(at / kSector)) medium.apply(at, bytes.first(count));
      at += count;
      bytes = bytes.subspan(count);
    }
  }
  return std::move(medium.bytes);
}

TEST_P(Qcow2CrashTest, LosesNothingThatWasFlushed) {
  MemoryMedium medium;
  create(medium);
  const Bytes start = medium.bytes;
  Bytes model = fresh_model();
  History history(model);
  history.acknowledge(0);
  Workload workload(GetParam().cluster_bits + GetParam().version);
  {
    const std::unique_ptr<Image> image = open(medium);
    medium.records = true;
    for (int i = 0; i < 100; ++i) {
      workload.step(*image, model);
      history.note(model);
      if (i % 5 != 4) continue;
      ASSERT_EQ(image->flush(), 0);
      history.acknowledge(medium.log.size());
    }
    ASSERT_EQ(image->close(), 0);
    history.acknowledge(medium.log.size());
  }
  std::mt19937 random(1);
  for (int i = 0; i < 150; ++i) {
    const size_t end = i == 0 ? medium.log.size() : random() % (medium.log.size() + 1);
    const bool in_order = i % 3 == 0;
    MemoryMedium crashed(after_crash(start, medium.log, end, in_order, random));
    expect_sound(crashed, true);
    const std::unique_ptr<Image> image = open(crashed, true);
    ASSERT_NE(image, nullptr) << "crash at " << end;
    ASSERT_EQ(history.first_wrong(contents(*image), end), -1) << "crash at " << end;
  }
}

}  // namespace
}  // namespace vm::qcow2
