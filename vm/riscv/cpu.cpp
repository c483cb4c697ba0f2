// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/cpu.h"

namespace vm::riscv {

Cpu::Cpu(const HartConfig& hart_config, Hart& owner, HartEnvironment& hart_environment)
    : pc_shift(static_cast<uint8_t>(64 - hart_config.isa.xlen())),
      config(hart_config),
      hart(owner),
      environment(hart_environment),
      decoder(hart_config.isa) {}

uint8_t Cpu::data_privilege() const {
  const bool is_modified = state.privilege == kMachine && (state.mstatus & kStatusMprv);
  return is_modified ? static_cast<uint8_t>(state.mstatus >> kStatusMppShift & 3) : state.privilege;
}

void Cpu::update_context() {
  const bool float_is_on = (state.mstatus & kStatusFs) != 0;
  context = state.privilege | uint32_t{float_is_on} << 2;
  stamp = generation << 3 | context;

  DataContext data = DataContext::Machine;
  switch (data_privilege()) {
    case kUser: data = DataContext::User; break;
    case kSupervisor:
      data = state.mstatus & kStatusSum ? DataContext::SupervisorSum : DataContext::Supervisor;
      break;
    default: break;
  }
  tlb = mmu.data[static_cast<unsigned>(data)].data();
}

void Cpu::flush_translations() {
  mmu.flush();
  ++generation;
  update_context();
}

void Cpu::flush_translation(uint64_t address) {
  mmu.flush_page(canonical(address));
  ++generation;
  update_context();
}

uint64_t Cpu::pending_interrupts() const {
  // The member is written by other threads too, which its plain type cannot say.
  auto& lines = const_cast<uint64_t&>(state.interrupt_lines);
  return std::atomic_ref<uint64_t>(lines).load(std::memory_order_acquire) |
         state.software_interrupts;
}

void Cpu::sync_counters() {
  const auto executed = static_cast<uint64_t>(counted_from - budget);
  counted_from = budget;
  if (!(state.mcountinhibit & 1)) state.mcycle += executed;
  if (!(state.mcountinhibit & 4)) state.minstret += executed;
}

}  // namespace vm::riscv
