// SPDX-License-Identifier: Apache-2.0
//
// The guest's way to say that it has panicked, as Linux' driver pvpanic-mmio uses it.

#include "generated/objects/pvpanic_mmio.h"

#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr uint64_t kPanicked = 1;
constexpr int kExitStatus = 1;

class PvpanicMmio final : public Typed<Device, api::PvpanicMmioProps, api::PvpanicMmioState> {
 public:
  explicit PvpanicMmio(Platform& platform) : platform_(platform) {}

  void reset() override {}

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    return offset == 0 ? kPanicked : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    if (offset != 0 || (value & kPanicked) == 0) return;
    platform_.request_shutdown(GuestEnd::Panic, kExitStatus);
  }

 private:
  Platform& platform_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_pvpanic_mmio(Platform& platform) {
  return std::make_unique<PvpanicMmio>(platform);
}

}  // namespace vm
