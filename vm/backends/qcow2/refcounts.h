// SPDX-License-Identifier: Apache-2.0
//
// Refcounts knows how many references there are to each cluster of an image, and hands out those
// that have none. What is counted up may be used at once; what is to be counted down must not be in
// use on the medium any more. To be called by one thread at a time.
//
//   Refcounts::Run run;
//   int error = refcounts.allocate(4, run);

#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "vm/backends/qcow2/header.h"
#include "vm/backends/qcow2/table_cache.h"

namespace vm::qcow2 {

class Medium;

class Refcounts {
 public:
  /// Clusters that follow one another.
  struct Run {
    uint64_t first = 0;
    uint64_t count = 0;
  };

  Refcounts(Medium& medium, Header& header, TableCache& cache)
      : medium_(medium),
        header_(header),
        cache_(cache) {}

  /// Reads the table. 0, or an errno.
  int load();

  /// Clusters that hold what describes the image: nobody else may have them. False when somebody
  /// has.
  bool claim(uint64_t cluster) { return described_.insert(cluster).second; }
  bool claim(uint64_t offset, uint64_t size);
  void disown(uint64_t cluster) { described_.erase(cluster); }
  bool is_claimed(uint64_t cluster) const { return described_.contains(cluster); }

  // 0, or an errno.

  /// From 1 to `most` of them, each with one reference.
  int allocate(uint64_t most, Run& run);

  /// `count` of them.
  int allocate_all(uint64_t count, Run& run);

  int get(uint64_t cluster, uint64_t& count);

  /// One reference is gone. EIO when there is none.
  int drop(uint64_t cluster);

  /// What allocate() gave was not used.
  void give_back(const Run& run);

 private:
  uint64_t cluster_size() const { return header_.cluster_size(); }
  uint64_t block_of(uint64_t cluster) const { return cluster / header_.block_entries(); }
  int find_block(uint64_t cluster, std::shared_ptr<Table>& block);
  int find_or_make_block(uint64_t cluster, std::shared_ptr<Table>& block);
  int make_block(uint64_t cluster);
  int write_table_entry(uint64_t index);
  int grow_table(uint64_t index);
  int move_table(uint64_t first, uint64_t table_clusters, uint64_t blocks);
  int switch_to_table(uint64_t offset, uint32_t clusters);
  int write_new_blocks(uint64_t first, uint64_t table_clusters, uint64_t blocks);
  int take(uint64_t cluster, bool& is_free);
  uint64_t count_in(const Table& block, uint64_t cluster) const;
  void set_count(Table& block, uint64_t cluster, uint64_t count) const;

  Medium& medium_;
  Header& header_;
  TableCache& cache_;
  std::vector<uint64_t> table_;  // offsets of blocks; 0 where there is none
  uint64_t first_free_ = 0;      // none before it is
  std::unordered_set<uint64_t> described_;
};

}  // namespace vm::qcow2
