// SPDX-License-Identifier: Apache-2.0
//
// Any is a value whose type the schema leaves open (`any`, `**name`): a JSON document held by
// value, with the way its scalars are written, so that it can be decoded later as what it was given
// as.
//
//   std::vector<Error> errors;
//   decode(Reader(any.json(), any.spelling(), errors), value);

#pragma once

#include <memory>

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

  /// What it holds; not to be asked of one that was moved from.
  const Json& json() const { return *json_; }
  Json& json() { return *json_; }
  Spelling spelling() const { return spelling_; }

  bool operator==(const Any& other) const;

 private:
  std::unique_ptr<Json> json_;
  Spelling spelling_ = Spelling::Json;
};

bool decode(const Reader& in, Any& value);
void encode(Writer& out, const Any& value);

/// Writes the members of an open argument (`**name`) beside the declared ones.
void encode_rest(ObjectWriter& object, const Any& rest);

}  // namespace qapi
