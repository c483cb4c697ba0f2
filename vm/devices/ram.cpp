// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/ram.h"

#include "vm/devices/memory_device.h"

namespace vm {

Result<std::unique_ptr<Object>> create_ram(Platform&) {
  return std::make_unique<MemoryDevice<api::RamProps, api::RamState>>();
}

}  // namespace vm
