// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/riscv_hart.h"

#include "vm/base/ticks.h"
#include "vm/devices/address_space.h"
#include "vm/object/platform.h"
#include "vm/riscv/csr.h"

namespace vm {
namespace {

// Bits of mip that the inputs drive, in the order of the schema's `irq-in`: privileged spec
// 20240411, 3.1.9.
constexpr unsigned kCauses[] = {3, 7, 11, 1, 5, 9};
constexpr unsigned kSupervisorTimer = 5;

constexpr auto kSsip = static_cast<unsigned>(api::RiscvHartPort::kSsip);

constexpr unsigned kA0 = 10;

}  // namespace

RiscvHart::RiscvHart(Platform& platform)
    : platform_(platform),
      deadline_(platform.clock(), [this] { hart_->set_interrupt(kSupervisorTimer, true); }) {}

RiscvHart::~RiscvHart() = default;

Result<> RiscvHart::on_configure() {
  TRY(Device::on_configure());
  auto isa = riscv::parse_isa(props_.isa);
  if (!isa) return fail(path() + ": " + isa.error().desc);
  props_.extensions = riscv::extensions_of(*isa);
  const riscv::HartConfig config{
      .hartid = props_.hartid,
      .isa = *isa,
      .has_supervisor = props_.supervisor};
  hart_ = std::make_unique<riscv::Hart>(config, static_cast<riscv::HartEnvironment&>(*this));
  return {};
}

Result<> RiscvHart::on_realize() {
  TRY(Device::on_realize());
  auto* space = props_.space.get<devices::AddressSpaceDevice>();
  if (space == nullptr)
    return fail(path() + ": 'space' must name the address space it executes from");
  space_ = &space->space();
  subscription_ = space_->subscribe([this] { memory_changed(); });
  refresh_memory();
  return {};
}

/// While it stands still it need not see each step of what is being built. While it runs it changes
/// the map itself, through a device, and goes on in the new one; or another hart does, and it gets
/// to see that as soon as it comes to a halt.
void RiscvHart::memory_changed() {
  is_memory_stale_ = true;
  if (runner_ == nullptr) return;
  if (is_at_device_) {
    refresh_memory();
  } else {
    hart_->request_exit();
  }
}

void RiscvHart::refresh_memory() {
  is_memory_stale_ = false;
  hart_->set_memory(*space_->flat_view());
}

void RiscvHart::set_runner(HartRunner* runner, unsigned number) {
  if (is_memory_stale_) refresh_memory();
  number_ = number;
  runner_ = runner;
}

void RiscvHart::on_unrealize() {
  space_->unsubscribe(subscription_);
  space_ = nullptr;
  is_memory_stale_ = false;
  deadline_.cancel();
  Device::on_unrealize();
}

void RiscvHart::reset() {
  deadline_.cancel();
  hart_->reset(props_.reset_vector);
}

void RiscvHart::start_at(uint64_t pc, uint64_t a0, uint64_t a1, uint64_t a2) {
  hart_->reset(pc);
  hart_->state().x[kA0] = a0;
  hart_->state().x[kA0 + 1] = a1;
  hart_->state().x[kA0 + 2] = a2;
  hart_->state_changed();
}

riscv::StopReason RiscvHart::execute(uint64_t instruction_budget, riscv::Precision precision) {
  if (is_memory_stale_) {
    const std::lock_guard lock(platform_.machine_lock());
    refresh_memory();
  }
  if (action_ == HartAction::Stand) return riscv::StopReason::WaitingForInterrupt;
  const bool is_step = action_ == HartAction::Step;
  const riscv::StopReason reason =
      is_step ? hart_->step() : hart_->run(instruction_budget, precision);
  instructions_.fetch_add(hart_->executed(), std::memory_order_relaxed);
  if (reason == riscv::StopReason::Breakpoint || reason == riscv::StopReason::Watchpoint) {
    report(reason);
  } else if (is_step && reason == riscv::StopReason::BudgetUsed) {
    action_ = HartAction::Stand;  // whatever lets the guest run again before it is stopped
    platform_.report(StepDone{.hart = path()});
  }
  return reason;
}

/// Whoever runs harts has been halted when that returns.
void RiscvHart::report(riscv::StopReason reason) {
  if (reason == riscv::StopReason::Breakpoint) {
    return platform_.report(BreakpointHit{.hart = path(), .address = hart_->state().pc});
  }
  const riscv::WatchHit hit = hart_->watch_hit();
  platform_.report(WatchpointHit{.hart = path(), .address = hit.address, .is_store = hit.is_store});
}

/// It may be running on a thread of its own.
void* RiscvHart::props_data() {
  props_.instructions = instructions_.load(std::memory_order_relaxed);
  return &props_;
}

void* RiscvHart::state_data() {
  if (hart_ == nullptr) return &blank_state_;
  return &hart_->state();
}

void RiscvHart::on_loaded() {
  hart_->state_changed();
  const bool has_deadline = hart_->config().isa.has(riscv::Extension::Sstc) &&
                            (hart_->state().menvcfg & riscv::kEnvStce) != 0;
  if (has_deadline) deadline_.arm(to_ns(hart_->state().stimecmp));
}

void RiscvHart::irq_input(unsigned port, unsigned, bool level) {
  // ACLINT specification 1.0-rc4, 4.1: the signal is an edge, and SSIP is software's to clear.
  if (port == kSsip && !level) return;
  hart_->set_interrupt(kCauses[port], level);
}

void RiscvHart::before_access() {
  if (HartRunner* runner = runner_) runner->before_access(number_);
}

uint64_t RiscvHart::time() {
  before_access();
  return ticks_of(platform_.clock().now_ns(), props_.timebase_frequency);
}

uint64_t RiscvHart::to_ns(uint64_t ticks) const {
  // Rounded up, so that time() has reached the deadline when the timer rings.
  return ns_of(ticks, props_.timebase_frequency);
}

void RiscvHart::lock_machine() {
  before_access();
  platform_.machine_lock().lock();
  is_at_device_ = true;
}

void RiscvHart::unlock_machine() {
  is_at_device_ = false;
  platform_.machine_lock().unlock();
}

void RiscvHart::wake(riscv::Hart&) {
  if (HartRunner* runner = runner_) runner->wake(number_);
}

void RiscvHart::set_deadline(riscv::Hart&, uint64_t deadline) {
  std::lock_guard lock(platform_.machine_lock());
  deadline_.arm(to_ns(deadline));
}

void RiscvHart::on_trap_loop(riscv::Hart&, uint64_t address) {
  platform_.report(TrapLoop{.hart = path(), .address = address});
}

Result<std::unique_ptr<Object>> create_riscv_hart(Platform& platform) {
  return std::make_unique<RiscvHart>(platform);
}

}  // namespace vm
