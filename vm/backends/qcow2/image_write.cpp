// SPDX-License-Identifier: Apache-2.0
//
// Writing: where the data lies already, or into clusters that are new and, when they are written,
// linked.

#include <algorithm>
#include <cerrno>

#include "vm/backends/qcow2/image.h"
#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {
namespace {

// New clusters that are written at once.
constexpr uint64_t kMostBytesAtOnce = 1 << 20;

}  // namespace

RangeLocks::Range Image::range_of(uint64_t offset, uint64_t length) const {
  return {cluster_of(offset), cluster_of(offset + length - 1)};
}

int Image::write(uint64_t offset, std::span<const uint8_t> data) {
  if (data.empty()) return 0;
  const int error = make_room();
  if (error != 0) return error;
  const RangeLocks::Range range = range_of(offset, data.size());
  {
    const RangeLocks::Hold hold(ranges_, range, RangeLocks::Mode::Shared);
    bool done = false;
    const int failed = write_in_place(offset, data, done);
    if (failed != 0 || done) return failed;
  }
  const RangeLocks::Hold hold(ranges_, range, RangeLocks::Mode::Exclusive);
  return write_held(offset, data);
}

/// When all of it has its place.
int Image::write_in_place(uint64_t offset, std::span<const uint8_t> data, bool& done) {
  std::vector<Piece> pieces;
  {
    const std::lock_guard hold(tables_lock_);
    cache_.trim();
    const int error = map(offset, data.size(), pieces);
    if (error != 0) return error;
  }
  done = std::ranges::all_of(pieces, [](const Piece& piece) { return piece.is_ours; });
  if (!done) return 0;
  for (const Piece& piece : pieces) {
    const int error = medium_.write(piece.at, data.subspan(piece.offset - offset, piece.length));
    if (error != 0) return error;
  }
  return 0;
}

int Image::write_held(uint64_t offset, std::span<const uint8_t> data) {
  while (!data.empty()) {
    Step step;
    int error = plan(offset, data.size(), step);
    if (error != 0) return error;
    const std::span<const uint8_t> part = data.first(step.length);
    error = step.clusters == 0 ? medium_.write(step.at, part) : write_new(step, part);
    if (error != 0) return error;
    offset += step.length;
    data = data.subspan(step.length);
  }
  return 0;
}

/// What can be written of it at once, and where.
int Image::plan(uint64_t offset, uint64_t length, Step& step) {
  const std::lock_guard hold(tables_lock_);
  length = std::min(length, left_in_l2(offset));
  std::shared_ptr<Table> table;
  int error = own_l2(offset / header_.l2_reach(), table);
  std::vector<Piece> pieces;
  if (error == 0) error = map_in_table(*table, offset, length, pieces);
  if (error != 0) return error;
  const Piece& front = pieces.front();
  step.offset = offset;
  step.length = front.length;
  step.at = front.at;
  if (front.is_ours) return 0;
  if (has_room(front)) {
    const uint64_t inside = offset % header_.cluster_size();
    step.at -= inside;
    step.is_reserved = true;
    step.clusters = (inside + front.length + header_.cluster_size() - 1) >> header_.cluster_bits;
    return 0;
  }
  const auto next = std::ranges::find_if(pieces, [](const Piece& each) {
    return each.is_ours || has_room(each);
  });
  return plan_new((next == pieces.end() ? offset + length : next->offset) - offset, step);
}

/// Where there are zeroes for now.
bool Image::has_room(const Piece& piece) {
  return piece.kind == Kind::Zero && piece.at != 0;
}

int Image::plan_new(uint64_t length, Step& step) {
  const uint64_t cluster_size = header_.cluster_size();
  const uint64_t inside = step.offset % cluster_size;
  const uint64_t wanted = (inside + length + cluster_size - 1) / cluster_size;
  Refcounts::Run run;
  const int error = refcounts_.allocate(
      std::min(wanted, std::max<uint64_t>(kMostBytesAtOnce / cluster_size, 1)),
      run
  );
  if (error != 0) return error;
  step.at = run.first << header_.cluster_bits;
  step.clusters = run.count;
  step.length = std::min(length, run.count * cluster_size - inside);
  step.never_used = step.at >= medium_.length();
  return 0;
}

int Image::write_new(const Step& step, std::span<const uint8_t> data) {
  int error = write_with_surroundings(step, data);
  if (error == 0) error = link(step);
  if (error == 0 || step.is_reserved) return error;
  const std::lock_guard hold(tables_lock_);
  refcounts_.give_back({cluster_of(step.at), step.clusters});
  return error;
}

/// The clusters as a whole: what is not written stays as it was.
int Image::write_with_surroundings(const Step& step, std::span<const uint8_t> data) {
  const uint64_t size = step.clusters << header_.cluster_bits;
  const uint64_t before = step.offset % header_.cluster_size();
  const uint64_t start = step.offset - before;
  const uint64_t end = std::min(start + size, header_.size);
  const uint64_t behind = step.offset + step.length;
  if (size == data.size()) return medium_.write(step.at, data);
  bool stays_zero = step.never_used;
  int error = 0;
  if (stays_zero && before > 0) error = is_zero(start, before, stays_zero);
  if (stays_zero && error == 0 && behind < end) error = is_zero(behind, end - behind, stays_zero);
  if (error != 0) return error;
  if (stays_zero) return medium_.write(step.at + before, data);

  std::vector<uint8_t> whole(size);
  const std::span<uint8_t> bytes(whole);
  error = before > 0 ? read_held(start, bytes.first(before)) : 0;
  if (error == 0 && behind < end) {
    error = read_held(behind, bytes.subspan(behind - start, end - behind));
  }
  if (error != 0) return error;
  std::ranges::copy(data, bytes.begin() + static_cast<ptrdiff_t>(before));
  return medium_.write(step.at, bytes);
}

int Image::link(const Step& step) {
  const std::lock_guard hold(tables_lock_);
  std::shared_ptr<Table> table;
  const int error = own_l2(step.offset / header_.l2_reach(), table);
  if (error != 0) return error;
  const uint64_t first = index_in_l2(step.offset);
  for (uint64_t i = 0; i < step.clusters; ++i) {
    const uint64_t at = step.at + (i << header_.cluster_bits);
    if (!step.is_reserved) release(table->entry(first + i));
    table->set_entry(first + i, at | kCopied);
  }
  return 0;
}

/// The table of level 2, where it can be changed: none but the active table refers to it.
int Image::own_l2(uint64_t l1_index, std::shared_ptr<Table>& table) {
  if (l1_index >= l1_.size()) return EIO;
  const uint64_t entry = l1_[l1_index];
  const bool is_ours = (entry & kOffsetMask) != 0 && (entry & kCopied) != 0;
  return is_ours ? get_l2(l1_index, table) : make_l2(l1_index, table);
}

/// A new one, or a copy of one that a snapshot has, too. It is on the medium before the active
/// table leads to it, so that there is room for it.
int Image::make_l2(uint64_t l1_index, std::shared_ptr<Table>& table) {
  const uint64_t old = l1_[l1_index] & kOffsetMask;
  std::vector<uint8_t> bytes(header_.cluster_size());
  int error = 0;
  if (old != 0) {
    error = get_l2(l1_index, table);
    if (error == 0) bytes = table->bytes;
  }
  Refcounts::Run run;
  if (error == 0) error = refcounts_.allocate(1, run);
  if (error != 0) return error;
  const uint64_t offset = run.first << header_.cluster_bits;
  error = medium_.write(offset, bytes);
  if (error != 0 || !refcounts_.claim(run.first)) {
    refcounts_.give_back(run);
    return error != 0 ? error : EIO;
  }
  if (old != 0) {
    refcounts_.disown(cluster_of(old));
    cache_.drop(old);
    unused_.push_back(cluster_of(old));
  }
  table = cache_.put(offset, TableKind::Level2, std::move(bytes));
  set_l1(l1_index, offset | kCopied);
  return 0;
}

void Image::set_l1(uint64_t l1_index, uint64_t entry) {
  l1_[l1_index] = entry;
  changed_l1_.insert(l1_index * sizeof(uint64_t) / kSector);
}

/// What an entry referred to, it refers to no longer.
void Image::release(uint64_t entry) {
  if ((entry & kCompressed) == 0) {
    const uint64_t at = entry & kOffsetMask;
    if (at != 0) unused_.push_back(cluster_of(at));
    return;
  }
  const CompressedSpan span = span_of(entry);
  const uint64_t last = cluster_of(span.at + span.length - 1);
  for (uint64_t cluster = cluster_of(span.at); cluster <= last; ++cluster) {
    unused_.push_back(cluster);
  }
}

}  // namespace vm::qcow2
