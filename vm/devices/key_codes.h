// SPDX-License-Identifier: Apache-2.0
//
// What Linux calls the keys that have a name here.

#pragma once

#include <cstdint>

namespace api {
enum class QKeyCode;
}  // namespace api

namespace vm {

/// Of linux/input-event-codes.h; 0, which is no key, for `unmapped`.
uint16_t linux_key_code(api::QKeyCode key);

}  // namespace vm
