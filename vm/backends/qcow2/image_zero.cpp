// SPDX-License-Identifier: Apache-2.0
//
// Zeroes without writing them, and what nobody needs any more.

#include <algorithm>
#include <cerrno>

#include "vm/backends/qcow2/image.h"
#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {
namespace {

constexpr uint64_t kChunk = 64 << 10;

}  // namespace

int Image::write_zeroes(uint64_t offset, uint64_t length, bool may_unmap) {
  if (length == 0) return 0;
  const int error = make_room();
  if (error != 0) return error;
  const auto mode = RangeLocks::Mode::Exclusive;
  const RangeLocks::Hold hold(ranges_, range_of(offset, length), mode);
  return zero_or_discard(offset, length, may_unmap);
}

/// Those clusters that lie in it as a whole are zeroes from then on.
int Image::discard(uint64_t offset, uint64_t length) {
  const bool can_hide = backing_ == nullptr || header_.version >= 3;
  if (length == 0 || !options_.unmap || !can_hide) return 0;
  const int error = make_room();
  if (error != 0) return error;
  const auto mode = RangeLocks::Mode::Exclusive;
  const RangeLocks::Hold hold(ranges_, range_of(offset, length), mode);
  const uint64_t cluster_size = header_.cluster_size();
  const uint64_t first = (offset + cluster_size - 1) / cluster_size * cluster_size;
  const uint64_t end = offset + length;
  const uint64_t last = end == header_.size ? end : end / cluster_size * cluster_size;
  return first < last ? zero_clusters(first, last - first, true) : 0;
}

int Image::zero_or_discard(uint64_t offset, uint64_t length, bool may_unmap) {
  const uint64_t cluster_size = header_.cluster_size();
  const uint64_t end = offset + length;
  const uint64_t first = std::min((offset + cluster_size - 1) / cluster_size * cluster_size, end);
  const uint64_t last =
      end == header_.size ? end : std::max(first, end / cluster_size * cluster_size);
  int error = zero_edge(offset, first - offset);
  if (error == 0 && first < last) error = zero_clusters(first, last - first, may_unmap);
  return error == 0 ? zero_edge(last, end - last) : error;
}

/// As data, unless there are zeroes already.
int Image::zero_edge(uint64_t offset, uint64_t length) {
  const std::vector<uint8_t> zeroes(std::min(length, kChunk));
  while (length > 0) {
    const uint64_t inside = offset % header_.cluster_size();
    const uint64_t count = std::min({length, header_.cluster_size() - inside, kChunk});
    bool zero = false;
    int error = is_zero(offset, count, zero);
    if (error == 0 && !zero) error = write_held(offset, std::span(zeroes).first(count));
    if (error != 0) return error;
    offset += count;
    length -= count;
  }
  return 0;
}

int Image::zero_clusters(uint64_t offset, uint64_t length, bool may_unmap) {
  // Version 2 cannot say that there are zeroes, but only that there is nothing.
  if (header_.version < 3 && backing_ != nullptr) return zero_edge(offset, length);
  while (length > 0) {
    const uint64_t count = std::min(length, left_in_l2(offset));
    const int error = zero_in_table(offset, count, may_unmap);
    if (error != 0) return error;
    offset += count;
    length -= count;
  }
  return 0;
}

int Image::zero_in_table(uint64_t offset, uint64_t length, bool may_unmap) {
  const std::lock_guard hold(tables_lock_);
  const uint64_t l1_index = offset / header_.l2_reach();
  if (l1_index >= l1_.size()) return EIO;
  const bool is_empty = (l1_[l1_index] & kOffsetMask) == 0;
  if (is_empty && backing_ == nullptr) return 0;
  std::shared_ptr<Table> table;
  const int error = own_l2(l1_index, table);
  if (error != 0) return error;
  const uint64_t first = index_in_l2(offset);
  const uint64_t count = (length + header_.cluster_size() - 1) >> header_.cluster_bits;
  for (uint64_t index = first; index < first + count; ++index) {
    const uint64_t old = table->entry(index);
    const uint64_t entry = zero_entry(old, may_unmap);
    if (entry == old) continue;
    if ((entry & kOffsetMask) == 0) release(old);
    table->set_entry(index, entry);
  }
  return 0;
}

/// What says that there are zeroes, where the entry was `old`.
uint64_t Image::zero_entry(uint64_t old, bool may_unmap) const {
  const bool is_hole = (old & (kCompressed | kOffsetMask)) == 0;
  if (header_.version < 3) return 0;
  if (is_hole && backing_ == nullptr) return old;
  const bool has_room = (old & kCompressed) == 0 && (old & kCopied) != 0 && !is_hole;
  return has_room && !may_unmap ? old | kReadsZero : kReadsZero;
}

}  // namespace vm::qcow2
