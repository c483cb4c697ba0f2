// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/block.h"

#include <algorithm>
#include <new>

namespace vm::riscv {

BlockCache::BlockCache()
    : arena_(std::make_unique_for_overwrite<std::byte[]>(kArenaSize)),
      buckets_(kBuckets) {
  jumps_.fill(&nowhere_);
}

Block* BlockCache::begin() {
  if (used_ + kBlockSize > kArenaSize) return nullptr;
  auto* const block = new (&arena_[used_]) Block{};
  block->drops = drops_;
  return block;
}

void BlockCache::commit(Block* block) {
  used_ += sizeof(Block) + (block->count + size_t{1}) * sizeof(Insn);
  Block*& bucket = buckets_[hash(block->physical)];
  block->same_hash = bucket;
  bucket = block;
}

void BlockCache::clear() {
  if (used_ == 0) return;
  ++drops_;
  used_ = 0;
  std::fill(buckets_.begin(), buckets_.end(), nullptr);
  jumps_.fill(&nowhere_);
}

}  // namespace vm::riscv
