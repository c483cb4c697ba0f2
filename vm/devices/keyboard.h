// SPDX-License-Identifier: Apache-2.0
//
// Keyboard is what has keys that a person could press, be it one or a hundred. Keys are codes of
// linux/input-event-codes.h, which device trees and virtio use as well.
//
//   for (Keyboard* keyboard : keyboards_with(machine, {{KEY_POWER}})) keyboard->press(...);

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace vm {

class Object;

class Keyboard {
 public:
  virtual ~Keyboard() = default;

  virtual bool has_key(uint16_t code) const = 0;

  /// Presses keys that it has, together, and lets them go after so much guest time. With the
  /// machine lock held.
  virtual void press(std::span<const uint16_t> codes, uint64_t hold_ns) = 0;
};

using KeyCodes = std::vector<uint16_t>;

/// Those in an object that have all of these keys.
std::vector<Keyboard*> keyboards_with(Object& top, const KeyCodes& codes);

}  // namespace vm
