// SPDX-License-Identifier: Apache-2.0
//
// The outer loop, and the outside of Cpu.

#include "vm/riscv/hart.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "vm/riscv/execute.h"
#include "vm/riscv/fp/flags.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

/// Runs from state.pc until something needs the outer loop.
void run_blocks(Cpu& cpu) {
  const Insn* insn = go_on_at(cpu, cpu.state.pc);
  while (insn)
    insn = insn->handler(cpu, insn);
}

Watchpoint canonical(const Cpu& cpu, Watchpoint watchpoint) {
  watchpoint.first = cpu.canonical(watchpoint.first);
  watchpoint.last = cpu.canonical(watchpoint.last);
  return watchpoint;
}

/// Where there is no breakpoint any more, the next one holds at once.
void forget_passing(Cpu& cpu, uint64_t address) {
  if (cpu.passing == cpu.canonical(address)) cpu.passing.reset();
}

/// Runs one instruction.
void run_single(Cpu& cpu, uint64_t pc, bool is_unwatched) {
  Block* const block = find_single(cpu, pc);
  if (!block) return;
  cpu.unwatched = is_unwatched ? block : nullptr;
  cpu.budget -= block->count;
  cpu.block = block;
  const Insn* insn = block->insns();
  while (insn)
    insn = insn->handler(cpu, insn);
}

/// The same, where there may be a breakpoint.
void run_single_unless_stopped(Cpu& cpu) {
  const uint64_t pc = cpu.canonical(cpu.state.pc);
  const bool is_passing = cpu.passing == pc;
  if (!is_passing && cpu.has_breakpoint(pc)) {
    cpu.stop = StopReason::Breakpoint;
    return;
  }
  if (is_passing) cpu.passing.reset();
  // Blocks may stop there for this one time.
  if (is_passing && !cpu.has_breakpoint(pc)) cpu.blocks.clear();
  run_single(cpu, pc, is_passing);
}

void begin(Cpu& cpu, uint64_t instruction_budget, Precision precision) {
  // Where each instruction counts, any block must fit; what is left is executed one by one.
  cpu.is_exact = precision == Precision::Instruction;
  cpu.least_budget = cpu.is_exact ? BlockCache::kMaxInsns : 1;
  cpu.budget = static_cast<int64_t>(instruction_budget);
  cpu.counted_from = cpu.budget;
  cpu.started_from = cpu.budget;
  cpu.did_io = false;
  discard_float_flags();
}

}  // namespace

Hart::Hart(const HartConfig& config, HartEnvironment& environment)
    : cpu_(std::make_unique<Cpu>(config, *this, environment)) {
  reset(0);
}

Hart::~Hart() = default;

void Hart::set_memory(const FlatView& view) {
  cpu_->memory = view;
  cpu_->mmu.last_range = nullptr;
  state_changed();
}

void Hart::reset(uint64_t pc) {
  reset_csrs(*cpu_);
  cpu_->state.pc = cpu_->canonical(pc);
  cpu_->passing.reset();
  cpu_->has_told_trap_loop = false;
  // The supervisor timer of Sstc is part of the hart; the other lines are driven from outside.
  if (config().isa.has(Extension::Sstc)) set_interrupt(kSupervisorTimer, false);
  state_changed();
}

void Hart::state_changed() {
  cpu_->reservation.valid = false;
  cpu_->blocks.clear();
  // In the middle of a run: the links of the present block lead to others that have been dropped.
  cpu_->attention.store(true);
  cpu_->pmp.update(cpu_->state);
  update_triggers(*cpu_);
  cpu_->flush_translations();
}

StopReason Hart::run(uint64_t instruction_budget, Precision precision) {
  Cpu& cpu = *cpu_;
  begin(cpu, instruction_budget, precision);

  StopReason reason = StopReason::BudgetUsed;
  do {
    // In this order: what is asked for after the exchange raises the flag again.
    cpu.attention.exchange(false);
    if (cpu.exit_requested.exchange(false)) {
      reason = StopReason::ExitRequested;
      break;
    }
    if (cpu.state.waiting && !has_pending_interrupt()) {
      reason = StopReason::WaitingForInterrupt;
      break;
    }
    cpu.state.waiting = false;
    take_interrupt(cpu);
    if (cpu.is_exact && cpu.budget < cpu.least_budget) {
      run_single_unless_stopped(cpu);
    } else {
      run_blocks(cpu);
    }
    if (cpu.stop) {
      reason = *std::exchange(cpu.stop, std::nullopt);
      break;
    }
  } while (cpu.budget > 0 || cpu.attention.load() || cpu.state.waiting);

  cpu.sync_counters();
  collect_float_flags(cpu);
  return reason;
}

StopReason Hart::step() {
  Cpu& cpu = *cpu_;
  cpu.attention.store(false);
  if (cpu.exit_requested.exchange(false)) return StopReason::ExitRequested;
  begin(cpu, 1, Precision::Instruction);
  // Waiting is over by then: WFI may end for no reason (privileged spec 20240411, 3.3.3).
  cpu.state.waiting = false;
  const uint64_t pc = cpu.canonical(cpu.state.pc);
  const bool is_passing = cpu.passing == pc;
  cpu.passing.reset();
  run_single(cpu, pc, is_passing);
  cpu.sync_counters();
  collect_float_flags(cpu);
  return std::exchange(cpu.stop, std::nullopt).value_or(StopReason::BudgetUsed);
}

uint64_t Hart::executed() const {
  return cpu_->executed();
}

void Hart::set_interrupt(unsigned cause, bool level) {
  std::atomic_ref<uint64_t> lines(cpu_->state.interrupt_lines);
  const uint64_t bit = uint64_t{1} << cause;
  const uint64_t old = level ? lines.fetch_or(bit) : lines.fetch_and(~bit);
  if (!level || (old & bit)) return;
  cpu_->attention.store(true);
  cpu_->environment.wake(*this);
}

void Hart::set_machine_file(InterruptFile* file) {
  cpu_->interrupt_files[0] = file;
}

void Hart::set_supervisor_file(InterruptFile* file) {
  cpu_->interrupt_files[1] = file;
}

void Hart::add_breakpoint(uint64_t address) {
  cpu_->breakpoints.insert(cpu_->canonical(address));
  cpu_->blocks.clear();  // the others do not stop there
}

void Hart::remove_breakpoint(uint64_t address) {
  cpu_->breakpoints.erase(cpu_->canonical(address));
  cpu_->blocks.clear();
  forget_passing(*cpu_, address);
}

bool Hart::has_breakpoint(uint64_t address) const {
  return cpu_->breakpoints.contains(cpu_->canonical(address));
}

const std::set<uint64_t>& Hart::breakpoints() const {
  return cpu_->breakpoints;
}

void Hart::insert_breakpoint(uint64_t address) {
  cpu_->debugger_breakpoints.insert(cpu_->canonical(address));
  cpu_->blocks.clear();
}

void Hart::withdraw_breakpoint(uint64_t address) {
  auto& all = cpu_->debugger_breakpoints;
  const auto found = all.find(cpu_->canonical(address));
  if (found != all.end()) all.erase(found);
  cpu_->blocks.clear();
  forget_passing(*cpu_, address);
}

void Hart::add_watchpoint(const Watchpoint& watchpoint) {
  cpu_->watchpoints.push_back(canonical(*cpu_, watchpoint));
  cpu_->flush_translations();  // what is watched must not be found in the TLB
}

void Hart::remove_watchpoint(const Watchpoint& watchpoint) {
  auto& all = cpu_->watchpoints;
  const auto found = std::find(all.begin(), all.end(), canonical(*cpu_, watchpoint));
  if (found != all.end()) all.erase(found);
}

const WatchHit& Hart::watch_hit() const {
  return cpu_->watch_hit;
}

void Hart::pass_breakpoint() {
  cpu_->passing = cpu_->state.pc;
  if (!cpu_->watchpoints.empty()) cpu_->blocks.clear();
}

uint64_t Hart::offset_between(uint64_t from, uint64_t to) const {
  return (to - from) & (~uint64_t{0} >> cpu_->pc_shift);
}

std::optional<uint64_t> Hart::csr(unsigned number) {
  return inspect_csr(*cpu_, number);
}

bool Hart::set_csr(unsigned number, uint64_t value) {
  if (!change_csr(*cpu_, number, value)) return false;
  state_changed();
  return true;
}

std::optional<uint64_t> Hart::physical_address(uint64_t address) {
  if (!inspect_translation(*cpu_, cpu_->canonical(address))) return std::nullopt;
  return cpu_->result;
}

void Hart::request_exit() {
  cpu_->exit_requested.store(true);
  cpu_->attention.store(true);
  cpu_->environment.wake(*this);
}

bool Hart::has_pending_interrupt() const {
  return (cpu_->pending_interrupts() & cpu_->state.mie) != 0;
}

api::RiscvHartState& Hart::state() {
  return cpu_->state;
}

const api::RiscvHartState& Hart::state() const {
  return cpu_->state;
}

const HartConfig& Hart::config() const {
  return cpu_->config;
}

}  // namespace vm::riscv
