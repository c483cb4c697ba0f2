// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/any.h"

#include <utility>

#include "runtime/base/result.h"
#include "runtime/json/json.h"

namespace qapi {

Any::Any() : json_(new Json()) {}

Any::Any(Json json, Spelling spelling) : json_(new Json(std::move(json))), spelling_(spelling) {}

Any::Any(const Any& other) : json_(new Json(other.json())), spelling_(other.spelling_) {}

Any::Any(Any&& other) noexcept
    : json_(std::exchange(other.json_, nullptr)),
      spelling_(other.spelling_) {}

Any& Any::operator=(Any&& other) noexcept {
  std::swap(json_, other.json_);
  std::swap(spelling_, other.spelling_);
  return *this;
}

Any::~Any() {
  delete json_;
}

Any& Any::operator=(const Any& other) {
  return *this = Any(other);
}

Any Any::object() {
  return Any(Json::object());
}

Any Any::parsed(std::string_view text) {
  return Any(Json::parse(text));
}

bool Any::operator==(const Any& other) const {
  return json() == other.json();
}

void decode_written(std::string_view text, void* value, UntypedDecode decode) {
  const Json json = Json::parse(text);
  std::vector<Error> errors;
  decode(Reader(json, Spelling::Json, errors), value);
}

bool decode(const Reader& in, Any& value) {
  value = Any(in.json(), in.spelling());
  return true;
}

void encode(Writer& out, const Any& value) {
  encode(out, value.json());
}

void encode_rest(ObjectWriter& object, const Any& rest) {
  for (const auto& [name, value] : rest.json().items()) {
    object.member(name, value);
  }
}

}  // namespace qapi
