// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/keyboard.h"

#include <algorithm>

#include "vm/object/gather.h"

namespace vm {

std::vector<Keyboard*> keyboards_with(Object& top, const KeyCodes& codes) {
  std::vector<Keyboard*> found = gather<Keyboard>(top);
  std::erase_if(found, [&](const Keyboard* keyboard) {
    return !std::all_of(codes.begin(), codes.end(), [&](uint16_t code) {
      return keyboard->has_key(code);
    });
  });
  return found;
}

}  // namespace vm
