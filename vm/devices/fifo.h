// SPDX-License-Identifier: Apache-2.0
//
// FifoView works on a FIFO that is kept in a device's saved state: an array and how much of it is
// used, the oldest entry first.
//
//   FifoView rx(state_.rx_fifo, state_.rx_count);
//   if (!rx.is_full()) rx.push(byte);

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vm {

template <typename T, size_t Depth>
class FifoView {
 public:
  FifoView(std::array<T, Depth>& entries, uint8_t& count) : entries_(entries), count_(count) {}

  size_t size() const { return count_; }
  size_t room() const { return Depth - count_; }
  bool is_empty() const { return count_ == 0; }
  bool is_full() const { return count_ == Depth; }
  std::span<const T> entries() const { return std::span(entries_).first(count_); }

  /// There must be room.
  void push(T entry) { entries_[count_++] = entry; }

  /// There must be one.
  T pop() {
    const T oldest = entries_[0];
    drop(1);
    return oldest;
  }

  /// Takes the oldest away. The places that fall free are zero, so that equal FIFOs are saved
  /// alike.
  void drop(size_t number) {
    const auto first = entries_.begin();
    const auto end = std::copy(first + static_cast<std::ptrdiff_t>(number), first + count_, first);
    std::fill(end, first + count_, T{});
    count_ = static_cast<uint8_t>(count_ - number);
  }

  void clear() { drop(count_); }

  /// A snapshot can hold any number.
  void clip() { count_ = static_cast<uint8_t>(std::min<size_t>(count_, Depth)); }

 private:
  std::array<T, Depth>& entries_;
  uint8_t& count_;
};

}  // namespace vm
