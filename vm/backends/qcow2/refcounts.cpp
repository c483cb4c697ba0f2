// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/refcounts.h"

#include <algorithm>
#include <cerrno>

#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {

int Refcounts::load() {
  std::vector<uint8_t> bytes(uint64_t{header_.refcount_table_clusters} << header_.cluster_bits);
  const int error = medium_.read(header_.refcount_table_offset, bytes);
  if (error != 0) return error;
  table_.resize(bytes.size() / sizeof(uint64_t));
  for (size_t i = 0; i < table_.size(); ++i) {
    table_[i] = qcow2::load<uint64_t>(bytes.data() + i * 8) & kBlockMask;
    if (table_[i] == 0) continue;
    const bool is_right =
        table_[i] % cluster_size() == 0 && table_[i] <= medium_.length() - cluster_size();
    if (!is_right || !claim(table_[i] >> header_.cluster_bits)) return EIO;
  }
  return claim(header_.refcount_table_offset, bytes.size()) ? 0 : EIO;
}

bool Refcounts::claim(uint64_t offset, uint64_t size) {
  const uint64_t end = (offset + size + cluster_size() - 1) >> header_.cluster_bits;
  bool is_ours = true;
  for (uint64_t cluster = offset >> header_.cluster_bits; cluster < end; ++cluster) {
    is_ours = claim(cluster) && is_ours;
  }
  return is_ours;
}

int Refcounts::allocate(uint64_t most, Run& run) {
  run = {first_free_, 0};
  while (run.count < most) {
    bool is_free = false;
    const int error = take(run.first + run.count, is_free);
    if (error != 0 && run.count > 0) break;
    if (error != 0) return error;
    if (is_free) {
      ++run.count;
    } else if (run.count > 0) {
      break;
    } else {
      ++run.first;
    }
  }
  first_free_ = run.first + run.count;
  return 0;
}

/// Behind the last cluster that is used all are free, so that this ends.
int Refcounts::allocate_all(uint64_t count, Run& run) {
  const uint64_t before = first_free_;
  std::vector<Run> too_short;
  int error = allocate(count, run);
  while (error == 0 && run.count < count) {
    too_short.push_back(run);
    error = allocate(count, run);
  }
  for (const Run& each : too_short) {
    give_back(each);
  }
  first_free_ = std::min(before, first_free_);
  return error;
}

/// Takes a cluster if nobody has it.
int Refcounts::take(uint64_t cluster, bool& is_free) {
  if (cluster > kOffsetMask >> header_.cluster_bits) return ENOSPC;
  std::shared_ptr<Table> block;
  const int error = find_or_make_block(cluster, block);
  if (error != 0) return error;
  is_free = count_in(*block, cluster) == 0;
  if (!is_free) return 0;
  if (is_claimed(cluster)) return EIO;  // one that is in use, and nobody counts
  set_count(*block, cluster, 1);
  return 0;
}

int Refcounts::get(uint64_t cluster, uint64_t& count) {
  std::shared_ptr<Table> block;
  const int error = find_block(cluster, block);
  count = block == nullptr ? 0 : count_in(*block, cluster);
  return error;
}

int Refcounts::drop(uint64_t cluster) {
  std::shared_ptr<Table> block;
  const int error = find_block(cluster, block);
  if (error != 0) return error;
  const uint64_t count = block == nullptr ? 0 : count_in(*block, cluster);
  if (count == 0) return EIO;
  set_count(*block, cluster, count - 1);
  if (count == 1) first_free_ = std::min(first_free_, cluster);
  return 0;
}

/// It was allocated just now: its blocks are in memory.
void Refcounts::give_back(const Run& run) {
  for (uint64_t i = 0; i < run.count; ++i) {
    (void)drop(run.first + i);
  }
}

/// Null when there is no block: nothing is counted.
int Refcounts::find_block(uint64_t cluster, std::shared_ptr<Table>& block) {
  const uint64_t index = block_of(cluster);
  if (index >= table_.size() || table_[index] == 0) return 0;
  return cache_.get(table_[index], TableKind::Refcounts, block);
}

int Refcounts::find_or_make_block(uint64_t cluster, std::shared_ptr<Table>& block) {
  int error = 0;
  if (block_of(cluster) >= table_.size()) error = grow_table(block_of(cluster));
  if (error == 0 && table_[block_of(cluster)] == 0) error = make_block(cluster);
  return error == 0 ? find_block(cluster, block) : error;
}

/// The block is the first of those clusters that it counts. It is on the medium before the table
/// leads to it.
int Refcounts::make_block(uint64_t cluster) {
  const uint64_t offset = cluster << header_.cluster_bits;
  if (!claim(cluster)) return EIO;
  Table block{.offset = offset, .kind = TableKind::Refcounts, .bytes = {}};
  block.bytes.resize(cluster_size());
  set_count(block, cluster, 1);
  int error = medium_.write(offset, block.bytes);
  if (error == 0) error = medium_.flush();
  if (error == 0) {
    table_[block_of(cluster)] = offset;
    error = write_table_entry(block_of(cluster));
  }
  if (error != 0) {
    table_[block_of(cluster)] = 0;
    disown(cluster);
    return error;
  }
  cache_.put(offset, TableKind::Refcounts, std::move(block.bytes));
  return 0;
}

int Refcounts::write_table_entry(uint64_t index) {
  uint8_t bytes[sizeof(uint64_t)];
  store(bytes, table_[index]);
  return medium_.write(header_.refcount_table_offset + index * sizeof bytes, bytes);
}

/// A larger table, for at least `index`, in the first of the clusters that the present one cannot
/// count; behind it the blocks that count both.
int Refcounts::grow_table(uint64_t index) {
  const uint64_t first = table_.size() * header_.block_entries();
  const uint64_t per_cluster = cluster_size() / sizeof(uint64_t);
  const uint64_t entries = std::max<uint64_t>(table_.size() * 3 / 2, index + 1);
  const uint64_t clusters = entries / per_cluster + 1;
  const uint64_t blocks = clusters / (header_.block_entries() - 1) + 1;
  if (clusters << header_.cluster_bits > kMostRefcountTableBytes) return EFBIG;
  return move_table(first, clusters, blocks);
}

int Refcounts::move_table(uint64_t first, uint64_t table_clusters, uint64_t blocks) {
  const uint64_t first_block = block_of(first);
  std::vector<uint64_t> table = table_;
  table.resize(table_clusters * (cluster_size() / sizeof(uint64_t)));
  for (uint64_t i = 0; i < blocks; ++i) {
    table[first_block + i] = (first + table_clusters + i) << header_.cluster_bits;
  }
  std::vector<uint8_t> bytes(table.size() * sizeof(uint64_t));
  for (size_t i = 0; i < table.size(); ++i) {
    store(bytes.data() + i * 8, table[i]);
  }
  const uint64_t offset = first << header_.cluster_bits;
  int error = write_new_blocks(first, table_clusters, blocks);
  if (error == 0) error = medium_.write(offset, bytes);
  if (error == 0) error = medium_.flush();
  if (error == 0) error = switch_to_table(offset, static_cast<uint32_t>(table_clusters));
  if (error != 0) {
    for (uint64_t i = 0; i < blocks; ++i) {
      cache_.drop(table[first_block + i]);
    }
    return error;
  }
  table_ = std::move(table);
  claim(offset, (table_clusters + blocks) << header_.cluster_bits);
  return 0;
}

int Refcounts::switch_to_table(uint64_t offset, uint32_t clusters) {
  // Both fields in one write: they are side by side.
  uint8_t fields[12];
  store(fields, offset);
  store(fields + 8, clusters);
  int error = medium_.write(field::kRefcountTableOffset, fields);
  if (error == 0) error = medium_.flush();
  if (error != 0) return error;
  const Run old{
      header_.refcount_table_offset >> header_.cluster_bits,
      header_.refcount_table_clusters};
  header_.refcount_table_offset = offset;
  header_.refcount_table_clusters = clusters;
  for (uint64_t i = 0; i < old.count; ++i) {
    disown(old.first + i);
  }
  give_back(old);
  return 0;
}

int Refcounts::write_new_blocks(uint64_t first, uint64_t table_clusters, uint64_t blocks) {
  const uint64_t entries = header_.block_entries();
  const uint64_t end = first + table_clusters + blocks;
  for (uint64_t i = 0; i < blocks; ++i) {
    const uint64_t offset = (first + table_clusters + i) << header_.cluster_bits;
    Table block{.offset = offset, .kind = TableKind::Refcounts, .bytes = {}};
    block.bytes.resize(cluster_size());
    const uint64_t block_first = first + i * entries;
    for (uint64_t each = block_first; each < std::min(end, block_first + entries); ++each) {
      set_count(block, each, 1);
    }
    const int error = medium_.write(offset, block.bytes);
    if (error != 0) return error;
    cache_.put(offset, TableKind::Refcounts, std::move(block.bytes));
  }
  return 0;
}

/// Counts of less than a byte begin with the lowest bits of it ("Refcount blocks").
uint64_t Refcounts::count_in(const Table& block, uint64_t cluster) const {
  const uint64_t index = cluster % header_.block_entries();
  const uint8_t* const bytes = block.bytes.data();
  switch (header_.refcount_order) {
    case 3: return bytes[index];
    case 4: return qcow2::load<uint16_t>(bytes + index * 2);
    case 5: return qcow2::load<uint32_t>(bytes + index * 4);
    case 6: return qcow2::load<uint64_t>(bytes + index * 8);
    default: break;
  }
  const unsigned bits = 1u << header_.refcount_order;
  const uint64_t shift = index * bits % 8;
  return (bytes[index * bits / 8] >> shift) & header_.most_count();
}

void Refcounts::set_count(Table& block, uint64_t cluster, uint64_t count) const {
  const uint64_t index = cluster % header_.block_entries();
  uint8_t* const bytes = block.bytes.data();
  block.is_dirty = true;
  switch (header_.refcount_order) {
    case 3: return store(bytes + index, static_cast<uint8_t>(count));
    case 4: return store(bytes + index * 2, static_cast<uint16_t>(count));
    case 5: return store(bytes + index * 4, static_cast<uint32_t>(count));
    case 6: return store(bytes + index * 8, count);
    default: break;
  }
  const unsigned bits = 1u << header_.refcount_order;
  const uint64_t shift = index * bits % 8;
  uint8_t& byte = bytes[index * bits / 8];
  byte = static_cast<uint8_t>((byte & ~(header_.most_count() << shift)) | count << shift);
}

}  // namespace vm::qcow2
