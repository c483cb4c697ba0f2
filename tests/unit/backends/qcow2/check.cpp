// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/backends/qcow2/check.h"

#include <cstring>
#include <unordered_map>

#include <fmt/format.h>

#include "vm/backends/qcow2/header.h"
#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {
namespace {

constexpr size_t kMostFaults = 20;

class Checker {
 public:
  explicit Checker(Medium& medium) : medium_(medium) {}

  Result<CheckReport> run() {
    header_ = TRY(read_header(medium_));
    if (header_.snapshots != 0) return fail("it has snapshots");
    refer(0, 1, "the header");
    refer_bytes(header_.l1_offset, header_.l1_size * 8ull, "the active table");
    const uint64_t table_size = uint64_t{header_.refcount_table_clusters} << header_.cluster_bits;
    refer_bytes(header_.refcount_table_offset, table_size, "the table of counts");
    const std::vector<uint64_t> blocks = read_numbers(header_.refcount_table_offset, table_size);
    for (const uint64_t block : blocks) {
      if (block != 0) refer_bytes(block, header_.cluster_size(), "a block of counts");
    }
    walk();
    compare(blocks);
    return std::move(report_);
  }

 private:
  void fault(std::string text) {
    if (report_.faults.size() < kMostFaults) report_.faults.push_back(std::move(text));
  }

  std::vector<uint64_t> read_numbers(uint64_t offset, uint64_t size) {
    std::vector<uint8_t> bytes(size);
    const int error = medium_.read(offset, bytes);
    if (error != 0) fault(fmt::format("cannot read at 0x{:x}: {}", offset, std::strerror(error)));
    std::vector<uint64_t> numbers(size / 8);
    for (size_t i = 0; i < numbers.size(); ++i) {
      numbers[i] = load<uint64_t>(bytes.data() + i * 8);
    }
    return numbers;
  }

  void refer(uint64_t first, uint64_t count, std::string_view who) {
    for (uint64_t cluster = first; cluster < first + count; ++cluster) {
      const uint64_t offset = cluster << header_.cluster_bits;
      if (offset >= medium_.length()) fault(fmt::format("{} refers to 0x{:x}", who, offset));
      ++references_[cluster];
    }
  }

  void refer_bytes(uint64_t offset, uint64_t size, std::string_view who) {
    if (offset % header_.cluster_size() != 0) fault(fmt::format("{} is at 0x{:x}", who, offset));
    const uint64_t count = (size + header_.cluster_size() - 1) >> header_.cluster_bits;
    refer(offset >> header_.cluster_bits, count, who);
  }

  void walk() {
    for (const uint64_t entry : read_numbers(header_.l1_offset, header_.l1_size * 8ull)) {
      const uint64_t offset = entry & kOffsetMask;
      if (offset == 0) continue;
      refer_bytes(offset, header_.cluster_size(), "a table of level 2");
      copied(entry, offset);
      for (const uint64_t each : read_numbers(offset, header_.cluster_size())) {
        walk_entry(each);
      }
    }
  }

  void walk_entry(uint64_t entry) {
    if ((entry & kCompressed) != 0) {
      const unsigned bits = 62 - (header_.cluster_bits - 8);
      const uint64_t at = (entry & ((uint64_t{1} << bits) - 1)) / kSector * kSector;
      const uint64_t sectors = ((entry & ~(kCopied | kCompressed)) >> bits) + 1;
      const uint64_t first = at >> header_.cluster_bits;
      const uint64_t last = (at + sectors * kSector - 1) >> header_.cluster_bits;
      refer(first, last - first + 1, "a compressed cluster");
      return;
    }
    const uint64_t offset = entry & kOffsetMask;
    if (offset == 0) return;
    refer_bytes(offset, header_.cluster_size(), "a cluster of data");
    copied(entry, offset);
  }

  void copied(uint64_t entry, uint64_t offset) {
    if ((entry & kCopied) != 0) copied_.push_back(offset >> header_.cluster_bits);
  }

  void compare(const std::vector<uint64_t>& blocks) {
    for (size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i] != 0) compare_block(i, blocks[i]);
    }
    for (const auto& [cluster, count] : references_) {
      const auto counted = counts_.find(cluster);
      const uint64_t has = counted == counts_.end() ? 0 : counted->second;
      if (has < count) {
        fault(fmt::format("cluster {} is referred to {} times, counted {}", cluster, count, has));
      }
    }
    for (const uint64_t cluster : copied_) {
      if (references_[cluster] != 1) fault(fmt::format("cluster {} has several owners", cluster));
    }
  }

  void compare_block(size_t index, uint64_t offset) {
    std::vector<uint8_t> bytes(header_.cluster_size());
    const int error = medium_.read(offset, bytes);
    if (error != 0) return fault(fmt::format("cannot read a block of counts at 0x{:x}", offset));
    for (uint64_t i = 0; i < header_.block_entries(); ++i) {
      const uint64_t count = count_at(bytes, i);
      if (count == 0) continue;
      const uint64_t cluster = index * header_.block_entries() + i;
      counts_[cluster] = count;
      const auto found = references_.find(cluster);
      if (found == references_.end() || found->second < count) ++report_.leaks;
    }
  }

  uint64_t count_at(const std::vector<uint8_t>& block, uint64_t index) const {
    const unsigned bits = 1u << header_.refcount_order;
    if (bits < 8) return (block[index * bits / 8] >> index * bits % 8) & header_.most_count();
    uint64_t count = 0;
    for (uint64_t i = 0; i < bits / 8; ++i) {
      count = count << 8 | block[index * bits / 8 + i];
    }
    return count;
  }

  Medium& medium_;
  Header header_;
  CheckReport report_;
  std::unordered_map<uint64_t, uint64_t> references_;
  std::unordered_map<uint64_t, uint64_t> counts_;
  std::vector<uint64_t> copied_;
};

}  // namespace

Result<CheckReport> check_image(Medium& medium) {
  return Checker(medium).run();
}

}  // namespace vm::qcow2
