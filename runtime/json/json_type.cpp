// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/json_type.h"

#include "runtime/json/json.h"

namespace qapi {
namespace {

JsonType written_type(const Json& json) {
  if (json.is_null()) return JsonType::Null;
  if (json.is_boolean()) return JsonType::Boolean;
  if (json.is_number()) return JsonType::Number;
  if (json.is_string()) return JsonType::String;
  return json.is_array() ? JsonType::Array : JsonType::Object;
}

/// What text is, when it cannot be a string.
JsonType spelled_type(std::string_view text) {
  for (std::string_view word : {"on", "off", "true", "false", "yes", "no"}) {
    if (text == word) return JsonType::Boolean;
  }
  return text.empty() || text == "null" ? JsonType::Null : JsonType::Number;
}

}  // namespace

JsonType json_type(const Reader& in, bool takes_text) {
  const JsonType type = written_type(in.json());
  const bool is_text = in.spelling() == Spelling::Text && type == JsonType::String;
  if (!is_text || takes_text) return type;
  return spelled_type(in.json().get_ref<const std::string&>());
}

}  // namespace qapi
