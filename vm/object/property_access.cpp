// SPDX-License-Identifier: Apache-2.0

#include "vm/object/property_access.h"

#include <algorithm>

#include <fmt/format.h>

#include "generated/types/phases.h"

#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "vm/object/object.h"

namespace vm {
namespace {

std::string unknown_property(const Object& object, std::string_view name) {
  std::vector<std::string_view> names;
  for (const PropertyType& property : object.type().properties) {
    names.push_back(property.name);
  }
  return fmt::format(
      "{} has no property '{}'{}",
      object.type().name,
      name,
      qapi::did_you_mean(name, names)
  );
}

/// Why the property cannot be set now; empty when it can.
std::string refusal(const Object& object, const PropertyType& property) {
  switch (property.use) {
    case PropertyUse::Control: return {};
    case PropertyUse::Telemetry:
      return fmt::format(
          "{}.{} is a telemetry property and cannot be set",
          object.name(),
          property.name
      );
    case PropertyUse::Config: break;
  }
  if (object.life() == api::ObjectLife::Created) return {};
  return fmt::format(
      "{}.{} is a config property and cannot be set while {}",
      object.name(),
      property.name,
      api::to_string(object.life())
  );
}

}  // namespace

bool set_property(Object& object, std::string_view name, const qapi::Reader& value) {
  const PropertyType* property = object.type().find_property(name);
  if (property == nullptr) return value.fail(unknown_property(object, name));
  std::string refused = refusal(object, *property);
  if (!refused.empty()) return value.fail(std::move(refused));

  if (!property->set(object, value)) return false;
  if (!object.is_realized()) return true;
  Result<> changed = object.on_property_changed(name);
  return changed || value.fail(std::move(changed).error().desc);
}

Result<> set_property(
    Object& object,
    std::string_view name,
    const qapi::Json& value,
    qapi::Spelling spelling
) {
  std::vector<Error> errors;
  qapi::Reader top(value, spelling, errors);
  if (set_property(object, name, top.member(name, value))) return {};
  return tl::unexpected(qapi::combine(std::move(errors)));
}

Result<std::string> get_property(const Object& object, std::string_view name) {
  const PropertyType* property = object.type().find_property(name);
  if (property == nullptr) return fail(unknown_property(object, name));
  std::string text;
  qapi::Writer out(text);
  if (!property->get(object, out)) out.raw("null");
  return text;
}

}  // namespace vm
