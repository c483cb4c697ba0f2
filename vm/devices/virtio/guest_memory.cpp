// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/guest_memory.h"

#include <atomic>
#include <cstring>

namespace vm {
namespace {

/// Calls `visit(host, offset, size)` for each piece; all of them are memory.
template <typename Visit>
void visit_pieces(const FlatView& view, uint64_t at, size_t size, Visit visit) {
  for (size_t done = 0; done < size;) {
    const FlatRange& range = *view.find(at + done);
    const uint64_t rest = range.last - (at + done);
    const size_t piece = rest < size - done - 1 ? static_cast<size_t>(rest) + 1 : size - done;
    visit(range.host_at(at + done), done, piece);
    done += piece;
  }
}

/// Where a word is, if the host can access it as a whole.
template <typename Word>
Word* whole_word(const FlatRange& range, uint64_t at) {
  uint8_t* const host = range.host_at(at);
  const bool is_whole =
      range.last - at >= sizeof(Word) - 1 && reinterpret_cast<uintptr_t>(host) % alignof(Word) == 0;
  return is_whole ? reinterpret_cast<Word*>(host) : nullptr;
}

}  // namespace

bool GuestMemory::allows(const FlatView& view, uint64_t at, uint64_t size, Access access) {
  if (size == 0) return true;
  const uint64_t last = at + (size - 1);
  if (last < at) return false;
  for (uint64_t next = at;;) {
    const FlatRange* const range = view.find(next);
    if (range == nullptr || range->host == nullptr) return false;
    if (access == Access::Write && range->readonly) return false;
    if (range->last >= last) return true;
    next = range->last + 1;
  }
}

bool GuestMemory::is_readable(uint64_t at, uint64_t size) const {
  return allows(*space_->flat_view(), at, size, Access::Read);
}

bool GuestMemory::is_writable(uint64_t at, uint64_t size) const {
  return allows(*space_->flat_view(), at, size, Access::Write);
}

bool GuestMemory::read(uint64_t at, std::span<uint8_t> bytes) const {
  const std::shared_ptr<const FlatView> view = space_->flat_view();
  if (!allows(*view, at, bytes.size(), Access::Read)) return false;
  visit_pieces(*view, at, bytes.size(), [&](const uint8_t* host, size_t done, size_t size) {
    std::memcpy(bytes.data() + done, host, size);
  });
  return true;
}

bool GuestMemory::write(uint64_t at, std::span<const uint8_t> bytes) const {
  const std::shared_ptr<const FlatView> view = space_->flat_view();
  if (!allows(*view, at, bytes.size(), Access::Write)) return false;
  visit_pieces(*view, at, bytes.size(), [&](uint8_t* host, size_t done, size_t size) {
    std::memcpy(host, bytes.data() + done, size);
  });
  return true;
}

template <typename Word>
std::optional<Word> GuestMemory::load(uint64_t at) const {
  const std::shared_ptr<const FlatView> view = space_->flat_view();
  if (!allows(*view, at, sizeof(Word), Access::Read)) return {};
  if (Word* const word = whole_word<Word>(*view->find(at), at)) {
    return std::atomic_ref(*word).load(std::memory_order_acquire);
  }
  Word word{};
  visit_pieces(*view, at, sizeof(Word), [&](const uint8_t* host, size_t done, size_t size) {
    std::memcpy(reinterpret_cast<uint8_t*>(&word) + done, host, size);
  });
  return word;
}

template <typename Word>
bool GuestMemory::store(uint64_t at, Word word) const {
  const std::shared_ptr<const FlatView> view = space_->flat_view();
  if (!allows(*view, at, sizeof(Word), Access::Write)) return false;
  if (Word* const whole = whole_word<Word>(*view->find(at), at)) {
    std::atomic_ref(*whole).store(word, std::memory_order_release);
    return true;
  }
  visit_pieces(*view, at, sizeof(Word), [&](uint8_t* host, size_t done, size_t size) {
    std::memcpy(host, reinterpret_cast<const uint8_t*>(&word) + done, size);
  });
  return true;
}

template std::optional<uint16_t> GuestMemory::load(uint64_t at) const;
template std::optional<uint32_t> GuestMemory::load(uint64_t at) const;
template bool GuestMemory::store(uint64_t at, uint16_t word) const;
template bool GuestMemory::store(uint64_t at, uint32_t word) const;

}  // namespace vm
