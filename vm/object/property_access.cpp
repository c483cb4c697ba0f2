// SPDX-License-Identifier: Apache-2.0

#include "vm/object/property_access.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "generated/types/phases.h"

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "vm/object/alias.h"
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

bool is_unset(const Object& object) {
  return object.life() == api::ObjectLife::Created;
}

std::string no_longer(const Object& object, std::string_view property) {
  return fmt::format(
      "{}.{} is a config property, for an object that is {}: it cannot be set while {}",
      object.name(),
      property,
      api::to_string(api::ObjectLife::Created),
      api::to_string(object.life())
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
  return is_unset(object) ? std::string() : no_longer(object, property.name);
}

/// A property, or an element of one that is an array.
struct Place {
  const PropertyType* property = nullptr;  // null: there is none
  std::optional<size_t> index;
};

Place find_place(const ObjectType& type, std::string_view name) {
  if (const PropertyType* property = type.find_property(name)) return {property, std::nullopt};
  const size_t open = name.find('[');
  if (open == name.npos || !name.ends_with(']')) return {};
  size_t index = 0;
  const char* const end = name.data() + name.size() - 1;
  const auto parsed = std::from_chars(name.data() + open + 1, end, index);
  const PropertyType* property = type.find_property(name.substr(0, open));
  const bool is_element = parsed.ec == std::errc() && parsed.ptr == end && property != nullptr &&
                          property->set_element != nullptr;
  return is_element ? Place{property, index} : Place{};
}

/// How many elements would be set too many; empty when none.
std::string excess(const Object& object, const Place& place, const qapi::Reader& value) {
  if (place.property->set_element == nullptr) return {};
  const uint64_t length = place.property->length.of(object);
  if (place.index ? *place.index < length : value.json().size() <= length) return {};
  return fmt::format("{}.{} has {} elements", object.name(), place.property->name, length);
}

}  // namespace

bool set_property(Object& object, std::string_view given, const qapi::Reader& value) {
  const Alias* const alias = find_alias(object, AliasKind::Property, given);
  if (alias == nullptr) return set_own_property(object, given, value);
  const Result<std::string> own = own_name(object, AliasKind::Property, given);
  if (!own) return value.fail(own.error().desc);
  if (alias->values_json.empty()) return set_own_property(object, *own, value);
  const Result<qapi::Any> own_json = own_value(object, given, value.json());
  if (!own_json) return value.fail(own_json.error().desc);
  if (own->empty()) return is_unset(object) || value.fail(no_longer(object, given));
  const qapi::Reader top = value.member(*own, own_json->json());
  return set_own_property(object, *own, top);
}

bool set_own_property(Object& object, std::string_view name, const qapi::Reader& value) {
  const Place place = find_place(object.type(), name);
  if (place.property == nullptr) return value.fail(unknown_property(object, name));
  const qapi::Special special = place.property->special;
  if (value.compat().rejects(special)) {
    return value.fail("Parameter $path is " + value.compat().why_rejected(special));
  }
  std::string refused = refusal(object, *place.property);
  if (refused.empty()) refused = excess(object, place, value);
  if (!refused.empty()) return value.fail(std::move(refused));

  const bool is_set = place.index ? place.property->set_element(object, *place.index, value)
                                  : place.property->set(object, value);
  if (!is_set) return false;
  if (!object.is_realized()) return true;
  Result<> changed = object.on_property_changed(name);
  return changed || value.fail(std::move(changed).error().desc);
}

Result<> set_property(
    Object& object,
    std::string_view name,
    const qapi::Json& value,
    qapi::Spelling spelling,
    qapi::CompatPolicy compat
) {
  std::vector<Error> errors;
  qapi::Reader top(value, spelling, errors, compat);
  if (set_property(object, name, top.member(name, value))) return {};
  return tl::unexpected(qapi::combine(std::move(errors)));
}

Result<std::string> get_property(const Object& object, std::string_view given) {
  const Alias* const alias = find_alias(object, AliasKind::Property, given);
  const std::string name = TRY(own_name(object, AliasKind::Property, given));
  if (alias != nullptr && name.empty()) return their_value(*alias, {});
  const PropertyType* property = object.type().find_property(name);
  if (property == nullptr) return fail(unknown_property(object, name));
  std::string text;
  qapi::Writer out(text);
  if (!property->get(object, out)) out.raw("null");
  return alias != nullptr ? their_value(*alias, std::move(text)) : text;
}

}  // namespace vm
