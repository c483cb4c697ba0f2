// SPDX-License-Identifier: Apache-2.0
//
// Any is a value whose type the schema leaves open (`any`, `**name`): a JSON document held by
// value, with the way its scalars are written, so that it can be decoded later as what it was given
// as.
//
//   std::vector<Error> errors;
//   decode(Reader(any.json(), any.spelling(), errors), value);

#pragma once

#include <string_view>
#include <vector>

#include "runtime/json/json_fwd.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace qapi {

class Any {
 public:
  /// Null.
  Any();
  explicit Any(Json json, Spelling spelling = Spelling::Json);
  Any(const Any& other);
  Any(Any&& other) noexcept;
  Any& operator=(const Any& other);
  Any& operator=(Any&& other) noexcept;
  ~Any();

  /// An object without members.
  static Any object();

  /// What a valid JSON text says.
  static Any parsed(std::string_view text);

  /// What it holds; not to be asked of one that was moved from.
  const Json& json() const { return *json_; }
  Json& json() { return *json_; }
  Spelling spelling() const { return spelling_; }

  bool operator==(const Any& other) const;

 private:
  // Owned. A unique_ptr would keep the structs that hold an Any from having a standard layout,
  // which the tables of their members rely on.
  Json* json_;
  Spelling spelling_ = Spelling::Json;
};

/// Decodes a JSON text that is known to be valid.
void decode_written(std::string_view text, void* value, UntypedDecode decode);

/// The value that a valid JSON text stands for: a default of which C++ has no literal.
template <typename T>
T written_as(std::string_view text) {
  T value{};
  decode_written(text, &value, &decode_untyped<T>);
  return value;
}

bool decode(const Reader& in, Any& value);
void encode(Writer& out, const Any& value);

/// Writes the members of an open argument (`**name`) beside the declared ones.
void encode_rest(ObjectWriter& object, const Any& rest);

}  // namespace qapi
