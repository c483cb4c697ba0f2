// SPDX-License-Identifier: Apache-2.0
//
// Patterns of names: `*` stands for any number of letters, `?` for one. Brackets stand for
// themselves, since names of objects have them.
//
//   is_like("uart[3]", "uart[*]");   // true

#pragma once

#include <string_view>

namespace vm {

bool is_like(std::string_view name, std::string_view pattern);

}  // namespace vm
