// SPDX-License-Identifier: Apache-2.0
//
// The interpreter as an accelerator: an engine for each time that the guest runs.

#include "generated/objects/interp.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "vm/accel/accelerator.h"
#include "vm/accel/engine.h"
#include "vm/object/gather.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class Interp final : public Typed<Accelerator, api::InterpProps, api::InterpState> {
 public:
  explicit Interp(Platform& platform) : platform_(platform) {}
  ~Interp() override;

  Result<> start(Object& machine) override;
  void stop() override;
  void halt() override;
  bool is_running() const override { return engine_ != nullptr; }

 protected:
  Result<> on_configure() override;

 private:
  std::vector<RiscvHart*> in_order(Object& machine) const;
  std::unique_ptr<Engine> make_engine(const std::vector<RiscvHart*>& harts) const;

  Platform& platform_;
  std::vector<RiscvHart*> harts_;
  std::unique_ptr<Engine> engine_;  // while the guest runs
  size_t next_ = 0;                 // whose turn it is
};

Interp::~Interp() {
  if (engine_ == nullptr) return;
  engine_->halt();
  engine_->join();
}

Result<> Interp::on_configure() {
  TRY(Accelerator::on_configure());
  if (props_.threads && props_.icount) {
    return fail("icount needs threads=off: harts that run at the same time have no common count");
  }
  return {};
}

/// From the one on whose turn it is: one that stops the guest again and again must not be the first
/// each time. Harts that only step come last, so that the others are not stopped before their turn.
std::vector<RiscvHart*> Interp::in_order(Object& machine) const {
  std::vector<RiscvHart*> harts = gather<RiscvHart>(machine);
  if (harts.empty()) return harts;
  const auto first = harts.begin() + static_cast<std::ptrdiff_t>(next_ % harts.size());
  std::rotate(harts.begin(), first, harts.end());
  std::stable_partition(harts.begin(), harts.end(), [](const RiscvHart* hart) {
    return hart->action() != HartAction::Step;
  });
  return harts;
}

std::unique_ptr<Engine> Interp::make_engine(const std::vector<RiscvHart*>& harts) const {
  if (props_.threads) return make_hart_threads(harts, props_.slice);
  if (!props_.icount) return make_turns(harts, props_.slice);
  return make_counted_turns(harts, props_.slice, *props_.icount, platform_);
}

Result<> Interp::start(Object& machine) {
  if (engine_ != nullptr) return {};
  harts_ = in_order(machine);
  engine_ = make_engine(harts_);
  for (size_t i = 0; i < harts_.size(); ++i) {
    harts_[i]->set_runner(engine_.get(), static_cast<unsigned>(i));
  }
  engine_->start();
  return {};
}

void Interp::stop() {
  if (engine_ == nullptr) return;
  engine_->halt();
  // A hart may be waiting for the lock, on its way to a device.
  platform_.machine_lock().unlock();
  engine_->join();
  platform_.machine_lock().lock();
  for (RiscvHart* hart : harts_) {
    hart->set_runner(nullptr);
  }
  next_ += engine_->turns();
  engine_ = nullptr;
  harts_.clear();  // they may be gone before the next start
}

void Interp::halt() {
  if (engine_ != nullptr) engine_->halt();
}

}  // namespace

Result<std::unique_ptr<Object>> create_interp(Platform& platform) {
  return std::make_unique<Interp>(platform);
}

}  // namespace vm
