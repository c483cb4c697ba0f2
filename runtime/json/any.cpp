// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/any.h"

#include <utility>

#include "runtime/json/json.h"

namespace qapi {

Any::Any() : json_(std::make_unique<Json>()) {}

Any::Any(Json json, Spelling spelling)
    : json_(std::make_unique<Json>(std::move(json))),
      spelling_(spelling) {}

Any::Any(const Any& other)
    : json_(std::make_unique<Json>(other.json())),
      spelling_(other.spelling_) {}

Any::Any(Any&& other) noexcept = default;
Any& Any::operator=(Any&& other) noexcept = default;
Any::~Any() = default;

Any& Any::operator=(const Any& other) {
  return *this = Any(other);
}

Any Any::object() {
  return Any(Json::object());
}

bool Any::operator==(const Any& other) const {
  return json() == other.json();
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
