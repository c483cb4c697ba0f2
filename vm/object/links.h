// SPDX-License-Identifier: Apache-2.0
//
// Visits the links that objects hold, whatever property they are in.

#pragma once

#include <string>
#include <vector>

#include "vm/object/link.h"
#include "vm/object/object_type.h"

namespace vm {

class Object;

/// Every Link of a property that holds links.
template <typename Visit>
void for_each_link(Object& object, const PropertyType& property, Visit visit) {
  property.links(
      object,
      [](void* user, Link& link) { (*static_cast<Visit*>(user))(link); },
      &visit
  );
}

/// What they are given as, without those that refer to nothing.
std::vector<std::string> link_paths(Object& object, const PropertyType& property);

}  // namespace vm
