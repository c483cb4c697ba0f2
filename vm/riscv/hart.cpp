// SPDX-License-Identifier: Apache-2.0
//
// The outer loop, and the outside of Cpu.

#include "vm/riscv/hart.h"

#include <atomic>
#include <utility>

#include "vm/riscv/execute.h"
#include "vm/riscv/fp/flags.h"

namespace vm::riscv {
namespace {

/// Runs from state.pc until something needs the outer loop.
void run_blocks(Cpu& cpu) {
  const Insn* insn = go_on_at(cpu, cpu.state.pc);
  while (insn)
    insn = insn->handler(cpu, insn);
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
  cpu_->pmp.update(cpu_->state);
  cpu_->flush_translations();
}

StopReason Hart::run(uint64_t instruction_budget) {
  Cpu& cpu = *cpu_;
  cpu.budget = static_cast<int64_t>(instruction_budget);
  cpu.counted_from = cpu.budget;
  discard_float_flags();

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
    run_blocks(cpu);
    if (std::exchange(cpu.is_at_breakpoint, false)) {
      reason = StopReason::Breakpoint;
      break;
    }
  } while (cpu.budget > 0 || cpu.attention.load() || cpu.state.waiting);

  cpu.sync_counters();
  collect_float_flags(cpu);
  return reason;
}

void Hart::set_interrupt(unsigned cause, bool level) {
  std::atomic_ref<uint64_t> lines(cpu_->state.interrupt_lines);
  const uint64_t bit = uint64_t{1} << cause;
  const uint64_t old = level ? lines.fetch_or(bit) : lines.fetch_and(~bit);
  if (!level || (old & bit)) return;
  cpu_->attention.store(true);
  cpu_->environment.wake(*this);
}

void Hart::add_breakpoint(uint64_t address) {
  cpu_->breakpoints.insert(cpu_->canonical(address));
  cpu_->blocks.clear();  // the others do not stop there
}

void Hart::remove_breakpoint(uint64_t address) {
  cpu_->breakpoints.erase(cpu_->canonical(address));
  cpu_->blocks.clear();
}

bool Hart::has_breakpoint(uint64_t address) const {
  return cpu_->breakpoints.contains(cpu_->canonical(address));
}

const std::set<uint64_t>& Hart::breakpoints() const {
  return cpu_->breakpoints;
}

void Hart::pass_breakpoint() {
  cpu_->passing = cpu_->state.pc;
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
