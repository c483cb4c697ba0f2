// SPDX-License-Identifier: Apache-2.0
//
// Finding blocks, and making those that are not there yet.

#include <cstring>

#include "vm/riscv/execute.h"
#include "vm/riscv/pairs.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

uint32_t read_halfword(const uint8_t* host) {
  uint16_t value;
  std::memcpy(&value, host, sizeof value);
  return value;
}

/// Makes one block. The instructions are read from the page of its first one; an instruction that
/// starts in the last halfword and goes on in the next page is a block of its own.
class BlockBuilder {
 public:
  BlockBuilder(Cpu& cpu, Block& block, const FetchPage& page)
      : cpu_(cpu),
        block_(block),
        page_(page) {}

  /// False with cpu.fault set, if the first instruction cannot be fetched.
  bool build();

  /// The same, of one instruction.
  bool build_single();

 private:
  bool fill(unsigned limit);
  void append(uint32_t bits);
  void specialise(Insn& insn, const Row& row, uint32_t bits);
  bool append_straddling(uint64_t pc);

  void end_with(Handler handler);

  uint64_t pc() const { return block_.pc + offset_; }

  bool is_triggered() const { return is_fetch_triggered(cpu_, cpu_.canonical(pc())); }

  /// Whether what comes next may not be executed.
  bool is_breakpoint() const {
    const uint64_t at = cpu_.canonical(pc());
    // Where something watched is to be passed, exec_breakpoint sees to it.
    return cpu_.has_breakpoint(at) || (cpu_.passing == at && !cpu_.watchpoints.empty());
  }

  Cpu& cpu_;
  Block& block_;
  const FetchPage& page_;
  uint64_t offset_ = 0;  // of the next instruction
  bool has_ended_ = false;
};

bool BlockBuilder::build() {
  if (is_breakpoint()) {
    end_with(&exec_breakpoint);
    return true;
  }
  if (is_triggered()) {
    end_with(&exec_trigger);
    return true;
  }
  // Where not all of the page may be fetched, each instruction is asked for by itself.
  if (!fill(page_.is_whole_page ? BlockCache::kMaxInsns : 1)) return false;
  if (!has_ended_) end_with(is_breakpoint() ? &exec_breakpoint : &exec_block_end);
  make_pairs(block_);
  return true;
}

bool BlockBuilder::build_single() {
  if (is_triggered()) {
    end_with(&exec_trigger);
    return true;
  }
  if (!fill(1)) return false;
  if (!has_ended_) end_with(&exec_block_end);
  return true;
}

void BlockBuilder::end_with(Handler handler) {
  block_.insns()[block_.count] = {handler, 0, 0, 0, 0, static_cast<uint8_t>(offset_ / 2)};
  block_.end_pc = cpu_.canonical(pc());
}

/// Up to `limit` instructions, the first one always, and no other that has a breakpoint.
bool BlockBuilder::fill(unsigned limit) {
  const uint64_t room = kPageSize - (block_.pc & kPageOffset);
  while (!has_ended_ && block_.count < limit && offset_ < room) {
    if (offset_ > 0 && (is_breakpoint() || is_triggered())) break;
    const uint8_t* host = page_.host + offset_;
    uint32_t bits = read_halfword(host);
    if (length_of(bits) == 4) {
      const bool is_straddling = offset_ + 2 >= room;
      if (is_straddling && offset_ > 0) break;
      if (is_straddling || !page_.is_whole_page) {
        if (!append_straddling(pc())) return false;
        break;
      }
      bits |= read_halfword(host + 2) << 16;
    }
    append(bits);
  }
  block_.end_pc = cpu_.canonical(pc());
  return true;
}

bool BlockBuilder::append_straddling(uint64_t pc) {
  const FetchPage tail = fetch_page(cpu_, cpu_.canonical(pc + 2));
  if (!tail.host) return false;
  block_.straddles = true;
  block_.physical_tail = tail.physical;
  append(read_halfword(page_.host) | read_halfword(tail.host) << 16);
  return true;
}

void BlockBuilder::append(uint32_t bits) {
  Insn& insn = block_.insns()[block_.count];
  insn = {&exec_illegal, static_cast<int32_t>(bits), 0, 0, 0, static_cast<uint8_t>(offset_ / 2)};
  offset_ += length_of(bits);
  ++block_.count;

  const Row* row = cpu_.decoder.find(bits);
  if (row && row->kind == Kind::Float && !(cpu_.state.mstatus & kStatusFs)) row = nullptr;
  if (!row) {
    has_ended_ = true;
    return;
  }
  const Operands operands = extract(row->format, bits);
  insn.handler = row->handler;
  insn.imm = operands.imm;
  insn.rd = operands.rd;
  insn.rs1 = operands.rs1;
  insn.rs2 = operands.rs2;
  specialise(insn, *row, bits);
}

void BlockBuilder::specialise(Insn& insn, const Row& row, uint32_t bits) {
  const auto start = insn.offset * 2;
  const auto next = static_cast<uint8_t>(offset_ / 2);
  switch (row.kind) {
    case Kind::Alu:
      if (insn.rd == 0) insn.handler = &exec_nop;
      break;
    case Kind::PcRelative:
      insn.imm += start;
      if (insn.rd == 0) insn.handler = &exec_nop;
      break;
    case Kind::Branch:
      insn.imm += start;
      has_ended_ = true;
      break;
    case Kind::Jump:
      insn.rs2 = next;
      if (row.handler == &exec_jal) {
        insn.imm += start;
        if (insn.rd == 0) insn.handler = &exec_j;
      } else if (insn.rd == 0) {
        insn.handler = &exec_jr;
      }
      has_ended_ = true;
      break;
    case Kind::System:
      // For mtval, should it be illegal where it runs.
      insn.imm = static_cast<int32_t>(bits);
      has_ended_ = true;
      break;
    case Kind::Load:
    case Kind::Store:
    case Kind::Atomic:
    case Kind::Fence:
    case Kind::Float: break;
  }
}

/// The block's second page may have been remapped, where there is one.
bool is_still_there(Cpu& cpu, const Block& block) {
  if (!block.straddles) return true;
  const FetchPage tail = fetch_page(cpu, cpu.canonical(block.pc + 2));
  return tail.host && tail.physical == block.physical_tail;
}

Block* find_translated(Cpu& cpu, uint64_t pc, uint64_t physical) {
  for (Block* block = cpu.blocks.find(physical); block; block = block->same_hash) {
    const bool is_it = block->physical == physical && block->pc == pc &&
                       block->context == cpu.context && is_still_there(cpu, *block);
    if (is_it) return block;
  }
  return nullptr;
}

Block* new_block(Cpu& cpu, uint64_t pc, const FetchPage& page) {
  Block* block = cpu.blocks.begin();
  if (!block) {
    cpu.blocks.clear();
    block = cpu.blocks.begin();
  }
  block->pc = pc;
  block->physical = page.physical;
  block->context = cpu.context;
  cpu.unwatched = nullptr;  // it may have been there
  return block;
}

Block* make_block(Cpu& cpu, uint64_t pc, const FetchPage& page) {
  Block* const block = new_block(cpu, pc, page);
  if (!BlockBuilder(cpu, *block, page).build()) return nullptr;
  // Room that is not committed is used again by the next block; until then this one can run.
  if (page.is_whole_page) cpu.blocks.commit(block);
  return block;
}

}  // namespace

Block* find_single(Cpu& cpu, uint64_t pc) {
  const FetchPage page = fetch_page(cpu, pc);
  Block* block = page.host ? new_block(cpu, pc, page) : nullptr;
  if (block && BlockBuilder(cpu, *block, page).build_single()) return block;
  raise_at(cpu, pc);
  return nullptr;
}

Block* find_block(Cpu& cpu, uint64_t pc) {
  pc = cpu.canonical(pc);
  Block*& slot = cpu.blocks.jump_slot(pc);
  if (slot->pc == pc && slot->stamp == cpu.stamp) return slot;

  const FetchPage page = fetch_page(cpu, pc);
  Block* block = page.host ? find_translated(cpu, pc, page.physical) : nullptr;
  if (page.host && !block) block = make_block(cpu, pc, page);
  if (!block) {
    raise_at(cpu, pc);
    return nullptr;
  }
  if (page.is_whole_page) {
    block->stamp = cpu.stamp;
    slot = block;
  }
  return block;
}

const Insn* exec_breakpoint(Cpu& cpu, const Insn* insn) {
  const uint64_t pc = cpu.canonical(cpu.block->pc_of(insn));
  if (cpu.passing == pc) {
    cpu.passing.reset();
    // There may be none, but for this one time.
    if (!cpu.has_breakpoint(pc)) cpu.blocks.clear();
    Block* const block = find_single(cpu, pc);
    if (!block) return nullptr;
    cpu.unwatched = block;
    // Now, whatever is left of the budget: it does not hold a second time.
    cpu.budget -= block->count;
    cpu.block = block;
    return go_on(cpu, block->insns());
  }
  cpu.state.pc = pc;
  cpu.stop = StopReason::Breakpoint;
  return nullptr;
}

/// Sdtrig: before the instruction there.
const Insn* exec_trigger(Cpu& cpu, const Insn* insn) {
  const uint64_t pc = cpu.canonical(cpu.block->pc_of(insn));
  mark_fetch_trigger(cpu, pc);
  return raise(cpu, insn, Exception::Breakpoint, pc);
}

const Insn* find_and_link(Cpu& cpu, Block* Block::*link, uint64_t pc) {
  // What is not to be executed now must not trap now.
  if (cpu.budget <= 0) return leave_to(cpu, pc);
  Block* const from = cpu.block;
  // `from` is dropped with all others when the cache is full; or it has been, by a store of its own
  // to a device that has changed the map. Where it was, `to` may be by then.
  const uint64_t drops = from->drops;
  const bool may_lead_on = from->stamp != 0 && !from->straddles;
  const uint64_t from_page = from->pc & ~kPageOffset;
  Block* const to = find_block(cpu, pc);
  if (!to) return nullptr;
  const bool may_link = may_lead_on && !to->straddles && to->stamp != 0 &&
                        drops == cpu.blocks.drops() && (to->pc & ~kPageOffset) == from_page;
  if (may_link) from->*link = to;
  return go_on(cpu, to);
}

const Insn* find_and_go_on(Cpu& cpu, uint64_t pc) {
  if (cpu.budget <= 0) return leave_to(cpu, pc);
  Block* const block = find_block(cpu, pc);
  return block ? go_on(cpu, block) : nullptr;
}

}  // namespace vm::riscv
