// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/virtio_bus.h"

#include <fmt/format.h>

#include "vm/devices/virtio/virtio_device.h"

namespace vm {

Result<> VirtioBus::attach(VirtioDevice& device) {
  if (device_ != nullptr) {
    return fail(fmt::format(
        "{}: {} holds {} already; give it a bus of its own",
        device.path(),
        path(),
        device_->path()
    ));
  }
  device_ = &device;
  on_device_changed();
  return {};
}

void VirtioBus::detach() {
  device_ = nullptr;
  clear_interrupts();
  on_device_changed();
}

}  // namespace vm
