// SPDX-License-Identifier: Apache-2.0
//
// TableCache keeps tables of an image in memory: those of level 2, and blocks of reference counts.
// Each is a cluster. What was changed stays here until the image commits it; only what is as on the
// medium can be forgotten.
//
//   std::shared_ptr<Table> table;
//   int error = cache.get(offset, TableKind::Level2, table);

#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "vm/backends/qcow2/format.h"

namespace vm::qcow2 {

class Medium;

enum class TableKind {
  Level2,
  Refcounts
};

struct Table {
  uint64_t offset = 0;
  TableKind kind = TableKind::Level2;
  std::vector<uint8_t> bytes = {};
  bool is_dirty = false;       ///< not as on the medium
  bool is_committing = false;  ///< a copy is on its way to the medium
  uint64_t last_used = 0;

  /// Of a table of level 2.
  uint64_t entry(uint64_t index) const { return load<uint64_t>(bytes.data() + index * 8); }
  void set_entry(uint64_t index, uint64_t value) {
    store(bytes.data() + index * 8, value);
    is_dirty = true;
  }
};

class TableCache {
 public:
  TableCache(Medium& medium, uint64_t table_size, uint64_t most_bytes);

  /// Reads it if need be. 0, or an errno: EIO for one that is known to be of the other kind.
  int get(uint64_t offset, TableKind kind, std::shared_ptr<Table>& table);

  /// One that is on the medium with these contents.
  std::shared_ptr<Table> put(uint64_t offset, TableKind kind, std::vector<uint8_t> bytes);

  /// It is no table any more.
  void drop(uint64_t offset) { tables_.erase(offset); }

  /// Forgets what was not used for long, if there is too much. Nobody may be at work with a table.
  void trim();

  /// So much waits to be committed that it should be.
  bool is_full_of_changes() const;

  /// Those that have changed, in the order in which they lie on the medium.
  std::vector<std::shared_ptr<Table>> changed(TableKind kind) const;

 private:
  Medium& medium_;
  uint64_t table_size_;
  size_t most_;
  uint64_t uses_ = 0;
  std::unordered_map<uint64_t, std::shared_ptr<Table>> tables_;
};

}  // namespace vm::qcow2
