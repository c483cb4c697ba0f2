// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/seen.h"

#include "vm/devices/device.h"
#include "vm/machine/resolve.h"
#include "vm/object/find.h"
#include "vm/object/links.h"

namespace vm::machine {

std::vector<Object*> linked_objects(Object& object, std::string_view linked_type) {
  std::vector<std::string> paths;
  for (const PropertyType& property : object.type().properties) {
    if (property.links == nullptr || property.linked_type() != linked_type) continue;
    const std::vector<std::string> found = link_paths(object, property);
    paths.insert(paths.end(), found.begin(), found.end());
  }
  std::vector<Object*> objects;
  for (const std::string& path : paths) {
    Result<Object*> target = find_near(object, path, linked_type);
    if (target) objects.push_back(*target);
  }
  return objects;
}

AddressSpace* space_of(Device& device) {
  const std::vector<Object*> spaces = linked_objects(device, "address-space");
  return spaces.empty() ? nullptr : as_space(static_cast<Device&>(*spaces.front()));
}

void add_seen(AddressSpace& space, std::unordered_set<const AddressSpace*>& seen) {
  if (!seen.insert(&space).second) return;
  for (const Mapping& window : space.mappings()) {
    if (window.space != nullptr) add_seen(*window.space, seen);
  }
}

bool has_memory(const AddressSpace& space, MemoryKind kind) {
  for (const Mapping& window : space.mappings()) {
    if (window.space != nullptr && has_memory(*window.space, kind)) return true;
    if (window.region == nullptr || window.region->host == nullptr) continue;
    if (window.region->readonly == (kind == MemoryKind::ReadOnly)) return true;
  }
  return false;
}

}  // namespace vm::machine
