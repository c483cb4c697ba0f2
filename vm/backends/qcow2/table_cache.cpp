// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/table_cache.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "vm/backends/qcow2/medium.h"

namespace vm::qcow2 {
namespace {

constexpr uint64_t kLeastTables = 8;

}  // namespace

TableCache::TableCache(Medium& medium, uint64_t table_size, uint64_t most_bytes)
    : medium_(medium),
      table_size_(table_size),
      most_(std::max(most_bytes / table_size, kLeastTables)) {}

int TableCache::get(uint64_t offset, TableKind kind, std::shared_ptr<Table>& table) {
  const auto found = tables_.find(offset);
  if (found != tables_.end()) {
    table = found->second;
    table->last_used = ++uses_;
    return table->kind == kind ? 0 : EIO;
  }
  std::vector<uint8_t> bytes(table_size_);
  const int error = medium_.read(offset, bytes);
  if (error == 0) table = put(offset, kind, std::move(bytes));
  return error;
}

std::shared_ptr<Table> TableCache::put(
    uint64_t offset,
    TableKind kind,
    std::vector<uint8_t> bytes
) {
  auto table = std::make_shared<Table>(Table{
      .offset = offset,
      .kind = kind,
      .bytes = std::move(bytes),
      .last_used = ++uses_,
  });
  tables_[offset] = table;
  return table;
}

void TableCache::trim() {
  if (tables_.size() <= most_) return;
  std::vector<Table*> idle;
  for (const auto& [offset, table] : tables_) {
    if (!table->is_dirty && !table->is_committing) idle.push_back(table.get());
  }
  // A quarter at once, so that the next ones need not look again.
  const size_t count = std::min(idle.size(), tables_.size() - most_ + most_ / 4);
  std::ranges::sort(idle, {}, &Table::last_used);
  idle.resize(count);
  for (const Table* each : idle) {
    tables_.erase(each->offset);
  }
}

bool TableCache::is_full_of_changes() const {
  if (tables_.size() <= most_ / 2) return false;
  const auto count =
      std::ranges::count_if(tables_, [](const auto& each) { return each.second->is_dirty; });
  return static_cast<size_t>(count) > most_ / 2;
}

std::vector<std::shared_ptr<Table>> TableCache::changed(TableKind kind) const {
  std::vector<std::shared_ptr<Table>> found;
  for (const auto& [offset, table] : tables_) {
    if (table->kind == kind && table->is_dirty) found.push_back(table);
  }
  std::ranges::sort(found, {}, [](const auto& table) { return table->offset; });
  return found;
}

}  // namespace vm::qcow2
