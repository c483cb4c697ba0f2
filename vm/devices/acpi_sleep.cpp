// SPDX-License-Identifier: Apache-2.0
//
// The sleep registers of hardware-reduced ACPI: section numbers are those of ACPI 6.5.

#include "generated/objects/acpi_sleep.h"

#include <utility>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/sleeper.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr uint64_t kControl = 0;
constexpr uint64_t kStatus = 1;

// Sleep control register: table 4.19.
constexpr uint64_t kSleepEnable = 1u << 5;
constexpr unsigned kSleepTypeShift = 2;
constexpr uint64_t kSleepTypeMask = 7;

// Sleep status register: table 4.20.
constexpr uint64_t kWakeStatus = 1u << 7;

enum SleepType : uint64_t {
  kS1 = 1,
  kS5 = 5,
};

class AcpiSleep final : public Typed<Device, api::AcpiSleepProps, api::AcpiSleepState>,
                        public Sleeper {
 public:
  explicit AcpiSleep(Platform& platform) : platform_(platform) {}

  void reset() override { state_.asleep = state_.woken = false; }

  void on_wakeup() override { state_.woken |= std::exchange(state_.asleep, false); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    return offset == kStatus && state_.woken ? kWakeStatus : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    if (offset == kStatus && (value & kWakeStatus) != 0) state_.woken = false;
    if (offset == kControl && (value & kSleepEnable) != 0) {
      sleep(value >> kSleepTypeShift & kSleepTypeMask);
    }
  }

  void irq_input(unsigned, unsigned, bool level) override {
    state_.level = level;
    if (level) platform_.request_wakeup();
  }

 private:
  void sleep(uint64_t type) {
    switch (type) {
      case kS1: return suspend();
      case kS5: return platform_.request_shutdown(GuestEnd::PowerOff, 0);
      default: platform_.log_guest(path(), fmt::format("there is no sleep of type {}", type));
    }
  }

  void suspend() {
    state_.asleep = true;
    platform_.request_suspend();
    if (state_.level) platform_.request_wakeup();
  }

  Platform& platform_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_acpi_sleep(Platform& platform) {
  return std::make_unique<AcpiSleep>(platform);
}

}  // namespace vm
