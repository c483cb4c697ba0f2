// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/invocation.h"

#include <utility>

#include "runtime/json/json.h"

namespace qapi {

Invocation::Invocation(std::string command, Json arguments, Origin origin)
    : command_(std::move(command)),
      arguments_(std::make_unique<Json>(std::move(arguments))),
      origin_(std::move(origin)) {
  if (arguments_->is_null()) *arguments_ = Json::object();
}

Invocation::Invocation(const Invocation& other)
    : Invocation(other.command_, *other.arguments_, other.origin_) {}

Invocation& Invocation::operator=(const Invocation& other) {
  return *this = Invocation(other);
}

Invocation::Invocation(Invocation&&) noexcept = default;
Invocation& Invocation::operator=(Invocation&&) noexcept = default;
Invocation::~Invocation() = default;

Spelling Invocation::spelling() const {
  switch (origin_.kind) {
    case Origin::Kind::CommandLine:
    case Origin::Kind::Script: return Spelling::Text;
    case Origin::Kind::Config:
    case Origin::Kind::Qmp:
    case Origin::Kind::Internal: return Spelling::Json;
  }
  return Spelling::Json;
}

bool Invocation::walks() const {
  return origin_.kind == Origin::Kind::CommandLine || origin_.kind == Origin::Kind::Config;
}

}  // namespace qapi
