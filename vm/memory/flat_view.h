// SPDX-License-Identifier: Apache-2.0
//
// FlatView is what an address space looks like to who accesses it: sorted ranges that do not
// overlap, each RAM, ROM or device registers.
//
//   const FlatRange* range = view.find(0x8000'0000);
//   if (range && range->host) memcpy(buffer, range->host_at(address), size);

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace vm {

/// Guest access to registers. Called with the machine lock held.
class MmioHandler {
 public:
  virtual ~MmioHandler() = default;

  /// `region` is the index of the region in the device's schema entry, each element of an array
  /// counted; `size` is 1, 2, 4 or 8, and `offset` a multiple of it unless the guest's access was
  /// misaligned.
  virtual uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) = 0;
  virtual void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) = 0;
};

struct FlatRange {
  uint64_t first;        ///< first address
  uint64_t last;         ///< last address, included
  uint8_t* host;         ///< host memory of `first`; null for device registers
  bool readonly;         ///< writes are dropped (ROM), or the handler's
  MmioHandler* handler;  ///< null for memory; beside memory it takes what is written (flash)
  unsigned region;       ///< of the handler
  uint64_t offset;       ///< of `first` within the region

  uint8_t* host_at(uint64_t address) const { return host + (address - first); }
};

class FlatView {
 public:
  explicit FlatView(std::vector<FlatRange> ranges) : ranges_(std::move(ranges)) {}

  /// The range that holds `address`, or null.
  const FlatRange* find(uint64_t address) const;

  const std::vector<FlatRange>& ranges() const { return ranges_; }

 private:
  std::vector<FlatRange> ranges_;
};

}  // namespace vm
