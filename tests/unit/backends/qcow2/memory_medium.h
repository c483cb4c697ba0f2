// SPDX-License-Identifier: Apache-2.0
//
// A medium in memory, which remembers in which order it was written to, and can become full.

#pragma once

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <mutex>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {

class MemoryMedium final : public Medium {
 public:
  /// A write; a flush if there are no bytes.
  struct Operation {
    uint64_t offset = 0;
    std::vector<uint8_t> bytes = {};
  };

  MemoryMedium() = default;
  explicit MemoryMedium(std::vector<uint8_t> contents) : bytes(std::move(contents)) {}

  int read(uint64_t offset, std::span<uint8_t> data) override {
    const std::lock_guard hold(lock_);
    std::ranges::fill(data, uint8_t{0});
    if (offset >= bytes.size()) return 0;
    const uint64_t count = std::min<uint64_t>(data.size(), bytes.size() - offset);
    std::copy_n(bytes.begin() + static_cast<ptrdiff_t>(offset), count, data.begin());
    return 0;
  }

  int write(uint64_t offset, std::span<const uint8_t> data) override {
    const std::lock_guard hold(lock_);
    if (writes_until_failure == 0) return EIO;
    if (writes_until_failure > 0) --writes_until_failure;
    if (offset + data.size() > most_bytes) return ENOSPC;
    if (records) log.push_back({offset, {data.begin(), data.end()}});
    apply(offset, data);
    return 0;
  }

  int flush() override {
    const std::lock_guard hold(lock_);
    if (writes_until_failure == 0) return EIO;
    if (records) log.push_back({});
    return 0;
  }

  int discard(uint64_t offset, uint64_t length) override {
    const std::lock_guard hold(lock_);
    discarded += length;
    std::vector<uint8_t> rubbish(length, 0xdd);
    apply(offset, rubbish);
    return 0;
  }

  uint64_t length() const override {
    const std::lock_guard hold(lock_);
    return bytes.size();
  }

  void apply(uint64_t offset, std::span<const uint8_t> data) {
    if (offset + data.size() > bytes.size()) bytes.resize(offset + data.size());
    std::ranges::copy(data, bytes.begin() + static_cast<ptrdiff_t>(offset));
  }

  std::vector<uint8_t> bytes = {};
  std::vector<Operation> log = {};
  bool records = false;
  uint64_t most_bytes = ~uint64_t{0};
  int writes_until_failure = -1;
  uint64_t discarded = 0;

 private:
  mutable std::mutex lock_;
};

}  // namespace vm::qcow2
