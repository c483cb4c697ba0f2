// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/invocation.h"

#include <utility>

#include "runtime/json/json.h"

namespace qapi {

namespace {

Spelling usual_spelling(Origin::Kind kind) {
  switch (kind) {
    case Origin::Kind::CommandLine:
    case Origin::Kind::Script: return Spelling::Text;
    case Origin::Kind::Config:
    case Origin::Kind::Qmp:
    case Origin::Kind::Internal: return Spelling::Json;
  }
  return Spelling::Json;
}

}  // namespace

Invocation::Invocation(std::string command, Json arguments, const Origin& origin)
    : Invocation(std::move(command), std::move(arguments), origin, usual_spelling(origin.kind)) {}

Invocation::Invocation(std::string command, Json arguments, Origin origin, Spelling spelling)
    : command_(std::move(command)),
      arguments_(std::make_unique<Json>(std::move(arguments))),
      origin_(std::move(origin)),
      spelling_(spelling) {
  if (arguments_->is_null()) *arguments_ = Json::object();
}

Invocation::Invocation(const Invocation& other)
    : Invocation(other.command_, *other.arguments_, other.origin_, other.spelling_) {}

Invocation& Invocation::operator=(const Invocation& other) {
  return *this = Invocation(other);
}

Invocation::Invocation(Invocation&&) noexcept = default;
Invocation& Invocation::operator=(Invocation&&) noexcept = default;
Invocation::~Invocation() = default;

bool Invocation::walks() const {
  return origin_.kind == Origin::Kind::CommandLine || origin_.kind == Origin::Kind::Config;
}

}  // namespace qapi
