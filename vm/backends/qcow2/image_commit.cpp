// SPDX-License-Identifier: Apache-2.0
//
// How changes reach the medium. The essay is in image.h.

#include <algorithm>
#include <cerrno>
#include <utility>

#include "vm/backends/qcow2/image.h"
#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {

int Image::flush() {
  return options_.read_only ? 0 : commit();
}

/// Before something changes: so that what waits to be committed is bounded.
int Image::make_room() {
  {
    const std::lock_guard hold(tables_lock_);
    if (!cache_.is_full_of_changes()) return 0;
  }
  return commit();
}

int Image::commit() {
  if (is_broken_) return EIO;
  const std::lock_guard one_at_a_time(commit_lock_);
  Batch batch;
  {
    const std::lock_guard hold(tables_lock_);
    batch = collect();
  }
  return conclude(batch, write_batch(batch));
}

/// What goes to the medium is a copy: others go on to change the tables meanwhile.
Image::Batch Image::collect() {
  Batch batch;
  for (const TableKind kind : {TableKind::Refcounts, TableKind::Level2}) {
    auto& list = kind == TableKind::Refcounts ? batch.counts : batch.references;
    for (const std::shared_ptr<Table>& table : cache_.changed(kind)) {
      list.push_back({table->offset, table->bytes});
      table->is_dirty = false;
      table->is_committing = true;
      batch.tables.push_back(table);
    }
  }
  collect_l1(batch);
  batch.unused = std::exchange(unused_, {});
  return batch;
}

void Image::collect_l1(Batch& batch) {
  constexpr uint64_t kEntries = kSector / sizeof(uint64_t);
  batch.l1_sectors = std::exchange(changed_l1_, {});
  for (const uint64_t sector : batch.l1_sectors) {
    const uint64_t first = sector * kEntries;
    const uint64_t count = std::min(kEntries, l1_.size() - first);
    std::vector<uint8_t> bytes(count * sizeof(uint64_t));
    for (uint64_t i = 0; i < count; ++i) {
      store(bytes.data() + i * 8, l1_[first + i]);
    }
    batch.references.push_back({header_.l1_offset + sector * kSector, std::move(bytes)});
  }
}

int Image::write_batch(const Batch& batch) {
  int error = write_all(batch.counts);
  if (error == 0) error = medium_.flush();
  if (error != 0 || batch.references.empty()) return error;
  error = write_all(batch.references);
  return error == 0 ? medium_.flush() : error;
}

int Image::write_all(const std::vector<Batch::Bytes>& list) {
  for (const Batch::Bytes& each : list) {
    const int error = medium_.write(each.offset, each.bytes);
    if (error != 0) return error;
  }
  return 0;
}

/// What did not reach the medium has to be committed again.
int Image::conclude(Batch& batch, int error) {
  if (error == 0) discard_unused(batch.unused);
  const std::lock_guard hold(tables_lock_);
  for (const std::shared_ptr<Table>& table : batch.tables) {
    table->is_committing = false;
    table->is_dirty = table->is_dirty || error != 0;
  }
  if (error == 0) {
    count_down(batch.unused);
    return 0;
  }
  changed_l1_.merge(batch.l1_sectors);
  unused_.insert(unused_.end(), batch.unused.begin(), batch.unused.end());
  return error;
}

void Image::count_down(const std::vector<uint64_t>& clusters) {
  for (const uint64_t cluster : clusters) {
    // One that was not counted is a fault of the image's: there is nothing to count down.
    (void)refcounts_.drop(cluster);
  }
}

/// Gives room back while nobody else can have it yet.
void Image::discard_unused(std::vector<uint64_t> clusters) {
  if (!options_.unmap) return;
  std::ranges::sort(clusters);
  Refcounts::Run run;
  const auto discard_run = [&] {
    if (run.count == 0) return;
    (void)medium_.discard(run.first << header_.cluster_bits, run.count << header_.cluster_bits);
    run = {};
  };
  for (const uint64_t cluster : clusters) {
    uint64_t count = 0;
    {
      const std::lock_guard hold(tables_lock_);
      if (refcounts_.get(cluster, count) != 0 || count != 1) continue;
    }
    if (run.first + run.count != cluster) discard_run();
    if (run.count == 0) run.first = cluster;
    ++run.count;
  }
  discard_run();
}

}  // namespace vm::qcow2
