// SPDX-License-Identifier: Apache-2.0
//
// Values of any generated type through their decoder and encoder. A test writes one table for each
// schema, and main.cpp calls what a line of its input names:
//
//   const std::vector<Row> round_trip::s0 = {{"s0:Shape", &trip<s0::Shape>}};

#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/writer.h"

namespace round_trip {

struct Row {
  std::string_view name;
  std::string (*trip)(const qapi::Json& given);
};

/// What is wrong, as `{"faults": [[path, message], ...]}`.
inline std::string faults(const qapi::Error& error) {
  std::string text;
  qapi::Writer out(text);
  std::vector<std::vector<std::string>> found = {{error.path, error.desc}};
  for (const qapi::Error& another : error.more) {
    found.push_back({another.path, another.desc});
  }
  qapi::ObjectWriter object(out);
  object.member("faults", found);
  object.finish();
  return text;
}

/// What becomes of a value, as `{"value": ...}`; "unequal" if it does not survive the way back.
template <typename T>
std::string trip(const qapi::Json& given) {
  const qapi::Result<T> value = qapi::decode_all<T>(given, qapi::Spelling::Json);
  if (!value) return faults(value.error());
  const std::string written = qapi::encoded(*value);
  const qapi::Any read = qapi::Any::parsed(written);
  const qapi::Result<T> again = qapi::decode_all<T>(read.json(), qapi::Spelling::Json);
  if (!again) return faults(again.error());
  // Saved state is never compared.
  if constexpr (std::equality_comparable<T>) {
    if (*again != *value) return "\"unequal\"";
  }
  return "{\"value\":" + written + "}";
}

}  // namespace round_trip
