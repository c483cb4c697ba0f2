// SPDX-License-Identifier: Apache-2.0
//
// Hart is a RISC-V hardware thread that interprets guest code.
//
//   Hart hart({.hartid = 0, .isa = TRY(parse_isa("rv64gc"))}, environment);
//   hart.set_memory(view);
//   hart.reset(0x1000);
//   while (hart.run(100'000) != StopReason::ExitRequested) ...
//
// One thread at a time runs a hart; the functions that say so may be called from any.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>

#include "vm/riscv/isa.h"

namespace api {
struct RiscvHartState;
}  // namespace api

namespace vm {
class FlatView;
}  // namespace vm

namespace vm::riscv {

class Hart;
class InterruptFile;
struct Cpu;

struct HartConfig {
  uint64_t hartid = 0;
  Isa isa;
  bool has_supervisor = true;  ///< S mode; without it there are M and U mode
};

/// What a hart needs from around it.
class HartEnvironment {
 public:
  virtual ~HartEnvironment() = default;

  /// The `time` CSR: mtime, in ticks of the platform's timebase.
  virtual uint64_t time() = 0;

  // Held while a device's registers are accessed; never while guest code runs.
  virtual void lock_machine() = 0;
  virtual void unlock_machine() = 0;

  /// Whoever runs the hart should call run() again soon: it may have been waiting. Called from any
  /// thread, by whoever raises an interrupt or requests an exit.
  virtual void wake(Hart& hart) = 0;

  /// Sstc: call set_interrupt(5, true) when time() reaches `deadline`, instead of at any earlier
  /// deadline of this hart. A past one has been dealt with. Called from the hart's thread.
  virtual void set_deadline(Hart& hart, uint64_t deadline) = 0;

  /// The instruction at machine mode's trap vector traps itself, with interrupts off: the hart goes
  /// on doing so for ever. Called once between resets, from the hart's thread.
  virtual void on_trap_loop(Hart& hart, uint64_t address) = 0;
};

enum class StopReason {
  BudgetUsed,
  WaitingForInterrupt,  ///< WFI, and has_pending_interrupt() is false
  ExitRequested,
  Breakpoint,  ///< pc is at one, and its instruction has not been executed
  Watchpoint,  ///< the instruction at pc would access what is watched, and has not been executed
};

/// How exactly a budget is kept.
enum class Precision {
  Block,
  Instruction,
};

/// Virtual addresses that loads or stores stop before.
struct Watchpoint {
  uint64_t first;
  uint64_t last;  ///< included
  bool on_load;
  bool on_store;

  bool operator==(const Watchpoint&) const = default;
};

/// What a hart stands before that has come to a watchpoint.
struct WatchHit {
  uint64_t address = 0;  ///< the first one that is watched
  bool is_store = false;
};

class Hart final {
 public:
  Hart(const HartConfig& config, HartEnvironment& environment);
  ~Hart();
  Hart(const Hart&) = delete;
  Hart& operator=(const Hart&) = delete;

  /// Call while stopped, first of all and whenever the map changes. The view is copied.
  void set_memory(const FlatView& view);

  /// Everything to the state of power-on, but for the levels of interrupt lines.
  void reset(uint64_t pc);

  /// Runs at least one instruction, unless an exit has been requested or the hart waits, and at
  /// most a block (64 instructions) more than the budget, or no more than the budget.
  StopReason run(uint64_t instruction_budget, Precision precision = Precision::Block);

  /// How many instructions run() has executed, also while it runs, by the hart's own thread.
  uint64_t executed() const;

  /// Executes the instruction at pc, whether there is a breakpoint or not, and takes no interrupt.
  /// An exception counts as one. Not at all: ExitRequested and Watchpoint.
  StopReason step();

  /// An interrupt line, by its bit in mip. That of SSIP is an edge, which software clears. Any
  /// thread.
  void set_interrupt(unsigned cause, bool level);

  /// What mtopei and mireg, or stopei and sireg, show of an IMSIC; null: none. While stopped.
  void set_machine_file(InterruptFile* file);
  void set_supervisor_file(InterruptFile* file);

  /// Makes run() return soon, or at once when it is called next. Any thread.
  void request_exit();

  /// Whether WFI would go on. Any thread while the hart is stopped; else the hart's own.
  bool has_pending_interrupt() const;

  // Breakpoints, by virtual address, while stopped.
  void add_breakpoint(uint64_t address);
  void remove_breakpoint(uint64_t address);
  bool has_breakpoint(uint64_t address) const;
  const std::set<uint64_t>& breakpoints() const;

  // Breakpoints of debuggers, which may have several at one address: each takes its own away. While
  // stopped.
  void insert_breakpoint(uint64_t address);
  void withdraw_breakpoint(uint64_t address);

  // Watchpoints, of which there may be several alike, while stopped.
  void add_watchpoint(const Watchpoint& watchpoint);
  void remove_watchpoint(const Watchpoint& watchpoint);

  /// After StopReason::Watchpoint.
  const WatchHit& watch_hit() const;

  /// The next time that the hart comes to where it is now, it executes the instruction, whether
  /// there is a breakpoint or not, and whatever it accesses. While stopped.
  void pass_breakpoint();

  /// How far an address is behind another, whichever way the two are extended from XLEN.
  uint64_t offset_between(uint64_t from, uint64_t to) const;
  bool is_same_address(uint64_t one, uint64_t other) const {
    return offset_between(one, other) == 0;
  }

  // What debuggers look at, while stopped, without the machine lock. The guest sees nothing of it.

  /// A control and status register as machine mode would read it; nothing if there is none.
  std::optional<uint64_t> csr(unsigned number);

  /// As machine mode would write it; false if it cannot be written.
  bool set_csr(unsigned number, uint64_t value);

  /// Where a virtual address leads, for loads of the present mode that are allowed everything.
  std::optional<uint64_t> physical_address(uint64_t address);

  // The architectural state, while stopped. After changing it call state_changed().
  api::RiscvHartState& state();
  const api::RiscvHartState& state() const;
  void state_changed();

  const HartConfig& config() const;

 private:
  const std::unique_ptr<Cpu> cpu_;
};

}  // namespace vm::riscv
