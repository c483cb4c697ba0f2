// SPDX-License-Identifier: Apache-2.0
//
// RISC-V ACLINT specification 1.0-rc4, chapter 2. mtime is guest time in ticks of the timebase,
// plus what the guest added to it.

#include "generated/objects/aclint_mtimer.h"

#include <vector>

#include "vm/base/clock.h"
#include "vm/base/ticks.h"
#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kMtip = static_cast<unsigned>(api::AclintMtimerPort::kMtip);
constexpr uint64_t kMtime = 0x7ff8;
constexpr uint64_t kNever = UINT64_MAX;

/// `old` with the bytes from `offset % 8` on replaced.
uint64_t merge(uint64_t old, uint64_t offset, uint64_t value, unsigned size) {
  if (size == 8) return value;
  auto shift = static_cast<unsigned>(offset % 8) * 8;
  uint64_t mask = ((uint64_t{1} << size * 8) - 1) << shift;
  return (old & ~mask) | ((value << shift) & mask);
}

uint64_t extract(uint64_t word, uint64_t offset, unsigned size) {
  word >>= (offset % 8) * 8;
  return size == 8 ? word : word & ((uint64_t{1} << size * 8) - 1);
}

class AclintMtimer final : public Typed<Device, api::AclintMtimerProps, api::AclintMtimerState> {
 public:
  explicit AclintMtimer(Platform& platform) : clock_(platform.clock()) {}

  void reset() override {
    // The specification leaves mtimecmp open; this way nobody is interrupted before asking for it.
    state_.mtimecmp.assign(props_.count, kNever);
    state_.mtime_delta = 0;
    update_all();
  }

  void on_loaded() override { update_all(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    if (offset >= kMtime) return extract(mtime(), offset, size);
    uint64_t hart = offset / 8;
    return hart < props_.count ? extract(state_.mtimecmp[hart], offset, size) : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    uint64_t hart = offset / 8;
    if (offset >= kMtime) {
      state_.mtime_delta = merge(mtime(), offset, value, size) - ticks();
      update_all();
    } else if (hart < props_.count) {
      state_.mtimecmp[hart] = merge(state_.mtimecmp[hart], offset, value, size);
      update(static_cast<unsigned>(hart));
    }
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    state_.mtimecmp.assign(props_.count, kNever);
    timers_.clear();
    for (unsigned hart = 0; hart < props_.count; ++hart) {
      timers_.push_back(std::make_unique<Timer>(clock_, [this, hart] { update(hart); }));
    }
    return {};
  }

  void on_unrealize() override {
    for (const std::unique_ptr<Timer>& timer : timers_) {
      timer->cancel();
    }
  }

 private:
  uint64_t ticks() const { return ticks_of(clock_.now_ns(), props_.timebase_frequency); }

  uint64_t mtime() const { return ticks() + state_.mtime_delta; }

  uint64_t when_ns(WideTicks ticks) const { return ns_of(ticks, props_.timebase_frequency); }

  /// Sets the output to what it has to be now, and looks again when that changes.
  void update(unsigned hart) {
    uint64_t compare = state_.mtimecmp[hart];
    uint64_t now = ticks();
    uint64_t time = now + state_.mtime_delta;
    irq_out(kMtip, hart).set(time >= compare);
    const uint64_t when = time >= compare ? kNever : when_ns(WideTicks{now} + (compare - time));
    if (when == kNever) {
      timers_[hart]->cancel();
    } else {
      timers_[hart]->arm(when);
    }
  }

  void update_all() {
    for (unsigned hart = 0; hart < props_.count; ++hart) {
      update(hart);
    }
  }

  VirtualClock& clock_;
  std::vector<std::unique_ptr<Timer>> timers_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_aclint_mtimer(Platform& platform) {
  return std::make_unique<AclintMtimer>(platform);
}

}  // namespace vm
