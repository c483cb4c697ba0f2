// SPDX-License-Identifier: Apache-2.0
//
// RISC-V ACLINT specification 1.0-rc4, chapter 3.

#include "generated/objects/aclint_mswi.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr auto kMsip = static_cast<unsigned>(api::AclintMswiPort::kMsip);

class AclintMswi final : public Typed<Device, api::AclintMswiProps, api::AclintMswiState> {
 public:
  void reset() override {
    state_.pending.assign(props_.count, 0);
    for (unsigned hart = 0; hart < props_.count; ++hart) {
      irq_out(kMsip, hart).set(false);
    }
  }

  void on_loaded() override {
    for (unsigned hart = 0; hart < props_.count; ++hart) {
      irq_out(kMsip, hart).set(state_.pending[hart] != 0);
    }
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    uint64_t hart = offset / 4;
    return offset % 4 == 0 && hart < props_.count ? state_.pending[hart] : 0;
  }

  // Only bit 0 is implemented; the registers of harts that do not exist are zero.
  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    uint64_t hart = offset / 4;
    if (offset % 4 != 0 || hart >= props_.count) return;
    state_.pending[hart] = value & 1;
    irq_out(kMsip, static_cast<unsigned>(hart)).set((value & 1) != 0);
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    state_.pending.assign(props_.count, 0);
    return {};
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_aclint_mswi(Platform&) {
  return std::make_unique<AclintMswi>();
}

}  // namespace vm
