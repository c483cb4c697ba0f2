// SPDX-License-Identifier: Apache-2.0

#include "vm/object/object_factory.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/object/alias.h"
#include "vm/object/object.h"
#include "vm/object/platform.h"

namespace vm {

qapi::CompatPolicy ObjectFactory::compat_policy() const {
  return platform_.compat_policy();
}

void ObjectFactory::note_other_name() const {
  platform_.note_other_name();
}

const ObjectType* ObjectFactory::find(std::string_view type) const {
  auto found = std::find_if(table_.begin(), table_.end(), [type](const ObjectType& each) {
    return each.name == type;
  });
  return found == table_.end() ? nullptr : &*found;
}

Result<const ObjectType*> ObjectFactory::expect(std::string_view type, std::string_view base)
    const {
  const ObjectType* found = find(type);
  if (found == nullptr) {
    const std::string own = TRY(own_type(*this, type));
    found = find(own);
  }
  if (found != nullptr && found->is_a(base)) return found;
  if (found != nullptr) return fail(fmt::format("'{}' is not a {} type", type, base));

  std::vector<std::string_view> names;
  for (const ObjectType& each : table_) {
    if (each.is_a(base) && !each.is_abstract) names.push_back(each.name);
  }
  return fail(fmt::format("no {} type '{}'{}", base, type, qapi::did_you_mean(type, names)));
}

Result<std::unique_ptr<Object>> ObjectFactory::create(std::string_view type) const {
  const ObjectType* found = TRY(expect(type));
  return create(*found);
}

Result<std::unique_ptr<Object>> ObjectFactory::create(const ObjectType& type) const {
  if (type.is_abstract) {
    return fail(fmt::format("'{}' is abstract: objects are of a type derived from it", type.name));
  }
  std::unique_ptr<Object> object = TRY(type.create(platform_));
  object->type_ = &type;
  object->factory_ = this;
  return object;
}

}  // namespace vm
