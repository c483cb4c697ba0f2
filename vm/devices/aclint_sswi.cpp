// SPDX-License-Identifier: Apache-2.0
//
// RISC-V ACLINT specification 1.0-rc4, chapter 4. Nothing is kept here: what a hart has been sent
// is in its own mip.

#include "generated/objects/aclint_sswi.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr auto kSsip = static_cast<unsigned>(api::AclintSswiPort::kSsip);

class AclintSswi final : public Typed<Device, api::AclintSswiProps, api::AclintSswiState> {
 public:
  void reset() override {}

  uint64_t mmio_read(unsigned, uint64_t, unsigned) override { return 0; }

  // A zero has no effect, nor have the registers of harts that do not exist.
  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    const uint64_t hart = offset / 4;
    if (offset % 4 != 0 || hart >= props_.count || (value & 1) == 0) return;
    irq_out(kSsip, static_cast<unsigned>(hart)).pulse();
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_aclint_sswi(Platform&) {
  return std::make_unique<AclintSswi>();
}

}  // namespace vm
