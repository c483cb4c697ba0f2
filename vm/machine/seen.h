// SPDX-License-Identifier: Apache-2.0
//
// What the devices of a machine see: the address spaces that they look into, and what is in those.

#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

namespace vm {

class AddressSpace;
class Device;
class Object;

namespace machine {

/// The objects that properties of `object` link to, of one linked type.
std::vector<Object*> linked_objects(Object& object, std::string_view linked_type);

/// The space that a device looks into, by a link of it; null for none.
AddressSpace* space_of(Device& device);

/// The space itself and all that is mapped into it.
void add_seen(AddressSpace& space, std::unordered_set<const AddressSpace*>& seen);

enum class MemoryKind {
  Writable,
  ReadOnly
};

/// Whether memory of that kind is mapped into the space, or into one that is.
bool has_memory(const AddressSpace& space, MemoryKind kind);

}  // namespace machine
}  // namespace vm
