// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/saved_memory.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/machine/wire_book.h"
#include "vm/object/gather.h"

namespace vm::machine {

std::vector<SavedRegion> memory_of(Object& machine) {
  std::vector<SavedRegion> list;
  for (Device* device : gather<Device>(machine)) {
    for_each_element(*device, PortKind::Mmio, [&](const WireEnd& end) {
      Region& region = device->region(end.element.port, end.element.index);
      if (region.host == nullptr) return;
      list.push_back({fmt::format("{}:{}", device->path(), region.name), &region});
    });
  }
  return list;
}

bool is_zero(const uint8_t* bytes, uint64_t size) {
  return std::all_of(bytes, bytes + size, [](uint8_t byte) { return byte == 0; });
}

std::string_view as_bytes(const uint64_t& word) {
  return {reinterpret_cast<const char*>(&word), kSavedWord};
}

void Sum::add(std::string_view bytes) {
  for (; bytes.size() >= kSavedWord; bytes.remove_prefix(kSavedWord)) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data(), kSavedWord);
    mix(word);
  }
  for (const char byte : bytes) {
    mix(static_cast<uint8_t>(byte));
  }
}

}  // namespace vm::machine
