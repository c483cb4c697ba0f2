// SPDX-License-Identifier: Apache-2.0
//
// What is allowed in a machine and is hardly meant: warnings, each with the line of the description
// that it is about. A machine that is as it should be has none.
//
//   for (const std::string& warning : lint(trial)) ...

#pragma once

#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

namespace vm {

class AddressSpace;
class Device;
class Object;
class RiscvCluster;

namespace machine {

class DryRun;

using Warn = std::function<void(const Object& object, const std::string& text)>;

/// In the order of the objects.
std::vector<std::string> lint(DryRun& trial);

// The rules; see each one's file.
void lint_wires(DryRun& trial, const Warn& warn);
void lint_memory(DryRun& trial, const Warn& warn);
void lint_cpus(DryRun& trial, const Warn& warn);
void lint_firmware(DryRun& trial, const Warn& warn);
void lint_clocks(DryRun& trial, const Warn& warn);

// What several rules need.
std::vector<Device*> devices_of(Object& machine);
std::vector<RiscvCluster*> clusters_of(Object& machine);

/// The objects that a property of `object` links to, of one linked type.
std::vector<Object*> linked_objects(Object& object, std::string_view linked_type);

/// The space that a device looks into, by a link of it; null for none.
AddressSpace* space_of(Device& device);

/// The space itself and all that is mapped into it.
void add_seen(AddressSpace& space, std::unordered_set<const AddressSpace*>& seen);

}  // namespace machine
}  // namespace vm
