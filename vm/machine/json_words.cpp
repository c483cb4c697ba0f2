// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/json_words.h"

#include <fmt/format.h>

#include "runtime/json/json.h"

namespace vm::machine {

std::string in_words(const qapi::Json& json) {
  if (json.is_array()) return "an array";
  if (json.is_object()) return "an object";
  if (json.is_number()) return "the number " + json.dump();
  if (json.is_string()) return fmt::format("the string '{}'", json.get_ref<const std::string&>());
  return json.dump();
}

}  // namespace vm::machine
