// SPDX-License-Identifier: Apache-2.0

#include "vm/object/links.h"

namespace vm {

std::vector<std::string> link_paths(Object& object, const PropertyType& property) {
  std::vector<std::string> paths;
  for_each_link(object, property, [&](const Link& link) {
    if (!link.path.empty()) paths.push_back(link.path);
  });
  return paths;
}

}  // namespace vm
