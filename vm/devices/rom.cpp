// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/rom.h"

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/memory/host_memory.h"

namespace vm {
namespace {

constexpr uint64_t kPageSize = 4096;
constexpr auto kMem = static_cast<unsigned>(api::RomPort::kMem);

class Rom final : public Typed<Device, api::RomProps, api::RomState> {
 public:
  // What is in it stays: firmware and kernels are put there by loaders, at every reset.
  void reset() override {}

 protected:
  Result<> on_configure() override {
    if (props_.size % kPageSize != 0) {
      return fail(
          fmt::format("{}.size: {:#x} is not a multiple of {:#x}", name(), props_.size, kPageSize)
      );
    }
    TRY(Device::on_configure());
    memory_ = TRY(HostMemory::allocate(props_.size));
    region(kMem).host = memory_.data();
    return {};
  }

 private:
  HostMemory memory_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_rom(Platform&) {
  return std::make_unique<Rom>();
}

}  // namespace vm
