// SPDX-License-Identifier: Apache-2.0
//
// The test finisher of SiFive's FU540 and of the `virt` machine; Linux knows it as a syscon for
// power-off and reboot.

#include "generated/objects/sifive_test.h"

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

enum Command : uint64_t {
  kFail = 0x3333,
  kPass = 0x5555,
  kReset = 0x7777,
};

class SifiveTest final : public Typed<Device, api::SifiveTestProps, api::SifiveTestState> {
 public:
  explicit SifiveTest(Platform& platform) : platform_(platform) {}

  void reset() override {}

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    if (offset != 0) return;
    auto code = static_cast<int>((value >> 16) & 0xffff);
    switch (value & 0xffff) {
      case kPass: platform_.request_shutdown(GuestEnd::PowerOff, 0); break;
      case kFail: platform_.request_shutdown(GuestEnd::PowerOff, code != 0 ? code : 1); break;
      case kReset: platform_.request_reset(); break;
      default: platform_.log_guest(path(), fmt::format("{:#x} is no command", value)); break;
    }
  }

 private:
  Platform& platform_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_test(Platform& platform) {
  return std::make_unique<SifiveTest>(platform);
}

}  // namespace vm
