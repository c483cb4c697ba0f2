// SPDX-License-Identifier: Apache-2.0

#include "vm/object/object_type.h"

#include <algorithm>

namespace vm {

std::string_view PropertyType::linked_type() const {
  size_t begin = type.find('<') + 1;
  return type.substr(begin, type.find('>') - begin);
}

bool ObjectType::is_a(std::string_view type) const {
  const ObjectType* ancestor = this;
  while (ancestor != nullptr && ancestor->name != type) {
    ancestor = ancestor->base;
  }
  return ancestor != nullptr;
}

const PropertyType* ObjectType::find_property(std::string_view property_name) const {
  auto found = std::find_if(properties.begin(), properties.end(), [&](const PropertyType& each) {
    return each.name == property_name;
  });
  return found == properties.end() ? nullptr : &*found;
}

}  // namespace vm
