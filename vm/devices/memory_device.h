// SPDX-License-Identifier: Apache-2.0
//
// MemoryDevice is what ram and rom are: one region of host memory, of the size that the property
// `size` says. Whether the guest may write to it is in the schema, in the kind of the region.

#pragma once

#include "vm/devices/device.h"
#include "vm/memory/host_memory.h"

namespace vm {

/// For a device's property `size`: it must be a multiple of a page.
Result<HostMemory> allocate_memory(const Device& device, uint64_t size);

template <typename Props, typename State>
class MemoryDevice final : public Typed<Device, Props, State> {
 public:
  // What is in it stays: firmware and kernels are put there by loaders, at every reset.
  void reset() override {}

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    memory_ = TRY(allocate_memory(*this, this->props_.size));
    this->region(0).host = memory_.data();
    return {};
  }

 private:
  HostMemory memory_;
};

}  // namespace vm
