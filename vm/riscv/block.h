// SPDX-License-Identifier: Apache-2.0
//
// Decoded blocks: straight-line guest code, ready to run, and the cache that holds them.
//
// A block belongs to one virtual and one physical address and one context (privilege, FPU on or
// off). Two ways lead to it:
//
//   * links, from a block of the same page. They hold until all blocks are dropped, since whoever
//     runs in the page has been allowed to, and got there by the same mapping.
//   * the jump cache, by virtual address. An entry holds while the block's stamp is the cpu's:
//     a stamp is new after each flush of translations, and differs from context to context.
//
// Where neither does, find_block() translates the address and looks among all blocks.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "vm/riscv/decode.h"

namespace vm::riscv {

/// A decoded instruction. 16 bytes, four to a cache line.
struct Insn {
  Handler handler;
  int32_t imm;  ///< of branches, jal and auipc: counted from the block's start
  uint8_t rd;
  uint8_t rs1;
  uint8_t rs2;     ///< of jal and jalr: the next instruction, as `offset`
  uint8_t offset;  ///< from the block's start, in halfwords
};
static_assert(sizeof(Insn) == 16);

struct Block {
  uint64_t pc;
  uint64_t end_pc;
  uint64_t physical;
  uint64_t physical_tail;  ///< where the second half is of an instruction that straddles two pages
  uint64_t stamp;
  uint64_t drops;  ///< how often all blocks had been dropped when it was made
  Block* taken;
  Block* next;
  Block* same_hash;
  uint32_t context;
  uint32_t count;  ///< instructions
  bool straddles;

  Insn* insns() { return reinterpret_cast<Insn*>(this + 1); }
  const Insn* insns() const { return reinterpret_cast<const Insn*>(this + 1); }

  uint64_t pc_of(const Insn* insn) const { return pc + insn->offset * uint64_t{2}; }
};
static_assert(sizeof(Block) % alignof(Insn) == 0);

class BlockCache {
 public:
  static constexpr unsigned kMaxInsns = 64;

  BlockCache();

  /// A block with room for kMaxInsns and an end; null when the cache is full.
  Block* begin();

  /// Keeps the block, and no more instructions than it has (and its end).
  void commit(Block* block);

  /// Blocks that start at a physical address, in a chain by `same_hash`.
  Block* find(uint64_t physical) const { return buckets_[hash(physical)]; }

  Block*& jump_slot(uint64_t pc) { return jumps_[(pc >> 1) % kJumps]; }

  void clear();

  /// How often all blocks have been dropped.
  uint64_t drops() const { return drops_; }

 private:
  static constexpr size_t kArenaSize = size_t{32} << 20;
  static constexpr size_t kBuckets = 1 << 14;
  static constexpr size_t kJumps = 1 << 12;
  static constexpr size_t kBlockSize = sizeof(Block) + (kMaxInsns + 1) * sizeof(Insn);

  static size_t hash(uint64_t physical) { return (physical >> 1) % kBuckets; }

  std::unique_ptr<std::byte[]> arena_;
  size_t used_ = 0;
  uint64_t drops_ = 0;
  std::vector<Block*> buckets_;
  std::array<Block*, kJumps> jumps_{};
  Block nowhere_{};  // what empty jump slots point to: no stamp is 0
};

}  // namespace vm::riscv
