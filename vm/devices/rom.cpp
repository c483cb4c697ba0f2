// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/rom.h"

#include "vm/devices/memory_device.h"

namespace vm {

Result<std::unique_ptr<Object>> create_rom(Platform&) {
  return std::make_unique<MemoryDevice<api::RomProps, api::RomState>>();
}

}  // namespace vm
