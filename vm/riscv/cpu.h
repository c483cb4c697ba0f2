// SPDX-License-Identifier: Apache-2.0
//
// Cpu is what is inside a Hart: architectural state, translations, blocks, and what the semantic
// functions share. It belongs to one thread, but for the atomics.

#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "generated/objects/riscv_hart.h"

#include "vm/memory/flat_view.h"
#include "vm/riscv/block.h"
#include "vm/riscv/csr.h"
#include "vm/riscv/hart.h"
#include "vm/riscv/interrupt_file.h"
#include "vm/riscv/mmu.h"
#include "vm/riscv/pmp.h"

namespace vm::riscv {

enum Privilege : uint8_t {
  kUser = 0,
  kSupervisor = 1,
  kMachine = 3,
};

/// Exception codes: privileged spec 20240411, table 14.
enum class Exception : uint8_t {
  InstructionMisaligned = 0,
  InstructionAccess = 1,
  IllegalInstruction = 2,
  Breakpoint = 3,
  LoadMisaligned = 4,
  LoadAccess = 5,
  StoreMisaligned = 6,
  StoreAccess = 7,
  EcallFromUser = 8,
  EcallFromSupervisor = 9,
  EcallFromMachine = 11,
  InstructionPage = 12,
  LoadPage = 13,
  StorePage = 15,
};

/// An exception on its way to the trap.
struct Fault {
  Exception cause;
  uint64_t value;  ///< for mtval or stval
};

/// What lr has left for sc. Another hart's store is noticed by its value: sc compares and
/// exchanges.
struct Reservation {
  bool valid = false;
  uint8_t size = 0;
  const uint8_t* host = nullptr;
  uint64_t value = 0;
};

struct Cpu {
  Cpu(const HartConfig& hart_config, Hart& owner, HartEnvironment& hart_environment);

  // First, so that the registers are near the pointer that all handlers are given.
  api::RiscvHartState state;

  Block* block = nullptr;   ///< being run
  int64_t budget = 0;       ///< instructions left; may end below zero by a block
  uint64_t stamp = 1;       ///< of translations and context; see block.h
  TlbEntry* tlb = nullptr;  ///< of the present context of loads and stores
  uint64_t result = 0;      ///< of slow paths, which cannot answer through a reference to a local
  std::atomic<bool> attention = false;  ///< the outer loop has something to look at
  std::atomic<bool> exit_requested = false;
  uint8_t pc_shift = 0;      ///< 64 - XLEN
  bool did_io = false;       ///< the outer loop is to look at what a device may have changed
  bool is_exact = false;     ///< the budget is never exceeded
  int64_t least_budget = 1;  ///< that must be left for a block to begin
  Fault fault{};

  uint64_t generation = 1;   ///< of translations
  uint32_t context = 0;      ///< see update_context
  int64_t counted_from = 0;  ///< `budget` when mcycle and minstret were last brought up to date
  int64_t started_from = 0;  ///< `budget` when run() began
  const Insn* at = nullptr;  ///< the instruction that accesses memory slowly
  Reservation reservation;
  std::set<uint64_t> breakpoints;
  std::multiset<uint64_t> debugger_breakpoints;
  std::vector<Watchpoint> watchpoints;
  WatchHit watch_hit;
  std::optional<uint64_t> passing;   ///< where nothing holds the next time
  const Block* unwatched = nullptr;  ///< one instruction, which accesses what it likes
  std::optional<StopReason> stop;    ///< run() is to end
  bool has_triggers = false;         ///< Sdtrig: some may fire
  bool is_inspected = false;         ///< CSRs are read by somebody else than the guest
  bool has_told_trap_loop = false;
  std::array<InterruptFile*, 2> interrupt_files{};  ///< of machine and of supervisor mode; may lack
  uint64_t top_external = 0;  ///< what the present instruction reads in mtopei or stopei
  Mmu mmu;
  Pmp pmp;

  const HartConfig config;
  Hart& hart;
  HartEnvironment& environment;
  const Decoder decoder;
  BlockCache blocks;
  std::optional<FlatView> memory;

  /// To be called when privilege or mstatus has changed.
  void update_context();

  /// To be called when what addresses mean has changed.
  void flush_translations();

  /// The same for one address.
  void flush_translation(uint64_t address);

  /// Interrupts that are pending, enabled or not: the value of mip.
  uint64_t pending_interrupts() const;

  /// The privilege of loads and stores (MPRV).
  uint8_t data_privilege() const;

  /// A value as a register holds it: sign-extended from XLEN.
  uint64_t canonical(uint64_t value) const {
    return static_cast<uint64_t>(static_cast<int64_t>(value << pc_shift) >> pc_shift);
  }

  /// Whether what is at an address may not be executed.
  bool has_breakpoint(uint64_t address) const {
    return breakpoints.contains(address) || debugger_breakpoints.contains(address);
  }

  /// Brings mcycle and minstret up to date.
  void sync_counters();

  /// Ends the turn, as if the budget had been used.
  void yield() {
    counted_from -= budget;
    started_from -= budget;
    budget = 0;
  }

  /// Instructions since run() began, without the present one if it is in the middle of a block.
  uint64_t executed() const {
    const int64_t ahead = at != nullptr ? block->count - (at - block->insns()) : 0;
    return static_cast<uint64_t>(started_from - budget - ahead);
  }

  /// Marks the floating-point state as changed.
  void dirty_float() { state.mstatus |= kStatusFs; }
};

/// The block at an address, or null: the trap has been entered.
Block* find_block(Cpu& cpu, uint64_t pc);

/// A block of one instruction, whether there is a breakpoint or not, to be run once. Null: the trap
/// has been entered.
Block* find_single(Cpu& cpu, uint64_t pc);

}  // namespace vm::riscv
