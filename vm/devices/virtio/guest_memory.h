// SPDX-License-Identifier: Apache-2.0
//
// GuestMemory is what a device that moves data by itself sees of an address space: memory, and
// nothing else. Registers are out of its reach, so that no access leads back into a device.
//
//   GuestMemory memory(bus.space());
//   if (!memory.read(at, buffer)) ...   // not all of it is memory

#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "vm/memory/address_space.h"

namespace vm {

class GuestMemory {
 public:
  explicit GuestMemory(const AddressSpace& space) : space_(&space) {}

  // All or nothing: false, and nothing is moved, unless all of it is memory, and for writing memory
  // that can be written to. The map of now is what counts; with the machine lock held.
  bool read(uint64_t at, std::span<uint8_t> bytes) const;
  bool write(uint64_t at, std::span<const uint8_t> bytes) const;

  bool is_readable(uint64_t at, uint64_t size) const;
  bool is_writable(uint64_t at, uint64_t size) const;

  // Words that the guest's harts access at the same time: each is read and written as a whole, and
  // what was written before a word is there when the word is.
  template <typename Word>
  std::optional<Word> load(uint64_t at) const;
  template <typename Word>
  bool store(uint64_t at, Word word) const;

  /// Calls `visit(host, size)` for each piece of memory in a range.
  template <typename Visit>
  void for_each_piece(uint64_t at, uint64_t size, Visit visit) const;

 private:
  enum class Access {
    Read,
    Write
  };

  static bool allows(const FlatView& view, uint64_t at, uint64_t size, Access access);

  const AddressSpace* space_;
};

template <typename Visit>
void GuestMemory::for_each_piece(uint64_t at, uint64_t size, Visit visit) const {
  const std::shared_ptr<const FlatView> view = space_->flat_view();
  while (size > 0) {
    const FlatRange* const range = view->find(at);
    if (range == nullptr) return;
    const uint64_t rest = range->last - at;
    const uint64_t piece = rest < size - 1 ? rest + 1 : size;
    if (range->host != nullptr && !range->readonly) visit(range->host_at(at), piece);
    at += piece;
    size -= piece;
  }
}

}  // namespace vm
