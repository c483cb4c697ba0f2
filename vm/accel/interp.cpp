// SPDX-License-Identifier: Apache-2.0
//
// One thread gives each hart its slice in turn, and sleeps while all of them wait for an interrupt.

#include "generated/objects/interp.h"

#include <condition_variable>
#include <thread>
#include <vector>

#include "vm/accel/accelerator.h"
#include "vm/devices/riscv_hart.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class Interp final : public Typed<Accelerator, api::InterpProps, api::InterpState>,
                     private HartRunner {
 public:
  explicit Interp(Platform& platform) : platform_(platform) {}
  ~Interp() override;

  Result<> start(Object& machine) override;
  void stop() override;
  void halt() override;
  bool is_running() const override { return thread_.joinable(); }

 private:
  void wake() override;
  void run();
  bool run_each_hart();
  void sleep();

  Platform& platform_;
  std::vector<RiscvHart*> harts_;
  std::thread thread_;
  std::atomic<bool> halted_ = false;

  // A wake-up that comes while a hart runs must not be lost: sleep() returns at once after one.
  std::mutex wake_lock_;
  std::condition_variable wake_condition_;
  bool woken_ = false;
};

Interp::~Interp() {
  if (!thread_.joinable()) return;
  halt();
  thread_.join();
}

Result<> Interp::start(Object& machine) {
  if (thread_.joinable()) return {};
  harts_ = harts_of(machine);
  for (RiscvHart* hart : harts_) {
    hart->set_runner(this);
  }
  halted_ = false;
  thread_ = std::thread([this] { run(); });
  return {};
}

void Interp::stop() {
  if (!thread_.joinable()) return;
  halt();
  // A hart may be waiting for the lock, on its way to a device.
  platform_.machine_lock().unlock();
  thread_.join();
  platform_.machine_lock().lock();
  for (RiscvHart* hart : harts_) {
    hart->set_runner(nullptr);
  }
  harts_.clear();  // they may be gone before the next start
}

void Interp::halt() {
  halted_ = true;
  for (RiscvHart* hart : harts_) {
    hart->hart().request_exit();
  }
  wake();
}

void Interp::wake() {
  std::lock_guard lock(wake_lock_);
  woken_ = true;
  wake_condition_.notify_one();
}

void Interp::run() {
  while (!halted_) {
    if (!run_each_hart()) sleep();
  }
}

/// False when all of them wait.
bool Interp::run_each_hart() {
  bool any_ran = false;
  for (RiscvHart* hart : harts_) {
    if (halted_) return true;
    const auto reason = hart->hart().run(props_.slice);
    if (reason == riscv::StopReason::Breakpoint) {
      // It halts us before it returns.
      platform_.report(BreakpointHit{.hart = hart->path(), .address = hart->hart().state().pc});
      return true;
    }
    any_ran |= reason != riscv::StopReason::WaitingForInterrupt;
  }
  return any_ran;
}

void Interp::sleep() {
  std::unique_lock lock(wake_lock_);
  wake_condition_.wait(lock, [this] { return woken_; });
  woken_ = false;
}

}  // namespace

Result<std::unique_ptr<Object>> create_interp(Platform& platform) {
  return std::make_unique<Interp>(platform);
}

}  // namespace vm
