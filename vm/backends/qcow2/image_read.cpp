// SPDX-License-Identifier: Apache-2.0
//
// Where parts of the disk lie, and reading them.

#include <algorithm>
#include <cerrno>

#include "vm/backends/qcow2/image.h"
#include "vm/backends/qcow2/inflate.h"
#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {

uint64_t Image::index_in_l2(uint64_t offset) const {
  return cluster_of(offset) % header_.l2_entries();
}

/// Bytes up to where the next table of level 2 begins.
uint64_t Image::left_in_l2(uint64_t offset) const {
  return header_.l2_reach() - offset % header_.l2_reach();
}

int Image::map(uint64_t offset, uint64_t length, std::vector<Piece>& pieces) {
  while (length > 0) {
    const uint64_t l1_index = offset / header_.l2_reach();
    if (l1_index >= l1_.size()) return EIO;
    const uint64_t count = std::min(length, left_in_l2(offset));
    if ((l1_[l1_index] & kOffsetMask) == 0) {
      add_piece(pieces, {.kind = Kind::Hole, .offset = offset, .length = count});
    } else {
      std::shared_ptr<Table> table;
      int error = get_l2(l1_index, table);
      if (error == 0) error = map_in_table(*table, offset, count, pieces);
      if (error != 0) return error;
    }
    offset += count;
    length -= count;
  }
  return 0;
}

int Image::map_in_table(
    const Table& table,
    uint64_t offset,
    uint64_t length,
    std::vector<Piece>& list
) {
  while (length > 0) {
    const uint64_t inside = offset % header_.cluster_size();
    const uint64_t count = std::min(length, header_.cluster_size() - inside);
    Piece piece{.offset = offset, .length = count};
    const int error = classify(table.entry(index_in_l2(offset)), piece);
    if (error != 0) return error;
    if (piece.kind != Kind::Compressed && piece.at != 0) piece.at += inside;
    add_piece(list, piece);
    offset += count;
    length -= count;
  }
  return 0;
}

/// EIO when it refers to where no cluster can be.
int Image::classify(uint64_t entry, Piece& piece) const {
  if ((entry & kCompressed) != 0) {
    piece.kind = Kind::Compressed;
    piece.at = entry;
    return 0;
  }
  const bool is_zero = header_.version >= 3 && (entry & kReadsZero) != 0;
  const uint64_t at = entry & kOffsetMask;
  if (at == 0) {
    piece.kind = is_zero ? Kind::Zero : Kind::Hole;
    return 0;
  }
  if (at % header_.cluster_size() != 0 || refcounts_.is_claimed(cluster_of(at))) return EIO;
  const bool is_ours = (entry & kCopied) != 0;
  piece.kind = is_zero ? Kind::Zero : Kind::Data;
  if (!is_zero || is_ours) piece.at = at;
  piece.is_ours = !is_zero && is_ours;
  return is_zero || at < medium_.length() ? 0 : EIO;
}

/// Joins it to the last one where both are one.
void Image::add_piece(std::vector<Piece>& pieces, const Piece& piece) {
  if (!pieces.empty() && piece.kind != Kind::Compressed) {
    Piece& last = pieces.back();
    const bool follows = piece.at == 0 ? last.at == 0 : last.at + last.length == piece.at;
    if (last.kind == piece.kind && last.is_ours == piece.is_ours && follows) {
      last.length += piece.length;
      return;
    }
  }
  pieces.push_back(piece);
}

int Image::get_l2(uint64_t l1_index, std::shared_ptr<Table>& table) {
  return cache_.get(l1_[l1_index] & kOffsetMask, TableKind::Level2, table);
}

int Image::read(uint64_t offset, std::span<uint8_t> data) {
  if (data.empty()) return 0;
  const RangeLocks::Hold hold(ranges_, range_of(offset, data.size()), RangeLocks::Mode::Shared);
  return read_held(offset, data);
}

int Image::read_held(uint64_t offset, std::span<uint8_t> data) {
  std::vector<Piece> pieces;
  {
    const std::lock_guard hold(tables_lock_);
    cache_.trim();
    const int error = map(offset, data.size(), pieces);
    if (error != 0) return error;
  }
  for (const Piece& piece : pieces) {
    const int error = read_piece(piece, data.subspan(piece.offset - offset, piece.length));
    if (error != 0) return error;
  }
  return 0;
}

int Image::read_piece(const Piece& piece, std::span<uint8_t> data) {
  switch (piece.kind) {
    case Kind::Data: return medium_.read(piece.at, data);
    case Kind::Compressed: return read_compressed(piece.at, piece.offset, data);
    case Kind::Hole:
      if (backing_ != nullptr) return backing_->read(piece.offset, data);
      [[fallthrough]];
    case Kind::Zero: std::ranges::fill(data, uint8_t{0}); return 0;
  }
  return EIO;
}

/// "Standard cluster descriptor", compressed: where it begins, to the byte, and where it ends, to
/// the sector.
Image::CompressedSpan Image::span_of(uint64_t entry) const {
  const unsigned offset_bits = 62 - (header_.cluster_bits - 8);
  const uint64_t offset_mask = (uint64_t{1} << offset_bits) - 1;
  const uint64_t at = entry & offset_mask;
  const uint64_t more = (entry & ~(kCopied | kCompressed)) >> offset_bits;
  return {at, (more + 1) * kSector - at % kSector};
}

int Image::read_compressed(uint64_t entry, uint64_t offset, std::span<uint8_t> data) {
  const std::lock_guard hold(inflated_lock_);
  if (inflated_entry_ != entry) {
    const CompressedSpan span = span_of(entry);
    if (span.at < header_.cluster_size() || span.at >= medium_.length()) return EIO;
    std::vector<uint8_t> packed(span.length);
    int error = medium_.read(span.at, packed);
    inflated_entry_ = 0;
    inflated_.resize(header_.cluster_size());
    if (error == 0) error = inflate_cluster(header_.compression, packed, inflated_);
    if (error != 0) return error;
    inflated_entry_ = entry;
  }
  const uint64_t inside = offset % header_.cluster_size();
  std::copy_n(inflated_.begin() + static_cast<ptrdiff_t>(inside), data.size(), data.begin());
  return 0;
}

/// Whether it is known without reading that there are only zeroes.
int Image::is_zero(uint64_t offset, uint64_t length, bool& zero) {
  std::vector<Piece> pieces;
  const std::lock_guard hold(tables_lock_);
  const int error = map(offset, length, pieces);
  zero = std::ranges::all_of(pieces, [this](const Piece& piece) {
    const bool has_backing = backing_ != nullptr && piece.offset < backing_->length();
    return piece.kind == Kind::Zero || (piece.kind == Kind::Hole && !has_backing);
  });
  return error;
}

}  // namespace vm::qcow2
