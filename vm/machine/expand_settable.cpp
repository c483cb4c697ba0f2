// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_settable.h"

#include <vector>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/machine/expand_reference.h"

namespace vm::machine {

Result<> check_settable(const ObjectType& type, std::string_view property) {
  const PropertyType* found = type.find_property(property);
  if (found != nullptr && found->use != PropertyUse::Telemetry) return {};
  if (found != nullptr) return fail(fmt::format("{}.{} is read only", type.name, property));
  std::vector<std::string_view> known;
  for (const PropertyType& each : type.properties) {
    if (each.use != PropertyUse::Telemetry) known.push_back(each.name);
  }
  return fail(fmt::format(
      "{} has no property '{}'{}",
      type.name,
      property,
      qapi::did_you_mean(property, known)
  ));
}

Result<> check_settable(const Spec& part, std::string_view property) {
  if (find_entry(part.params, property) != nullptr) return {};
  if (match_exposed(part.exposed_props, property)) return {};
  std::vector<std::string_view> known;
  for (const auto& param : part.params) {
    known.push_back(param.name);
  }
  for (const auto& exposed : part.exposed_props) {
    known.push_back(exposed.name);
  }
  return fail(fmt::format(
      "part {} has no parameter or exposed property '{}'{}",
      part.name,
      property,
      qapi::did_you_mean(property, known)
  ));
}

}  // namespace vm::machine
