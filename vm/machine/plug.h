// SPDX-License-Identifier: Apache-2.0
//
// What device_add and device_del take besides devices: parts, which come and go as one.
//
//   if (const auto plan = TRY(machine::plan_part(vm.root(), args))) ...   // or it is a device

#pragma once

#include <optional>
#include <string_view>

#include "generated/types/device.h"

#include "vm/base/result.h"
#include "vm/machine/plan.h"

namespace vm {

class Object;

namespace machine {

/// What the part comes to that `args` asks for: a description by its path or by the name of one
/// that comes with the program. Nothing when it is no part; object types come first.
Result<std::optional<Plan>> plan_part(Object& root, const api::DeviceAddArgs& args);

/// The device or the part of the machine that `text` names.
Result<Object*> resolve_pluggable(Object& root, std::string_view text);

/// Fails, naming it, if an object of it cannot be taken from a machine that is ready.
Result<> check_unpluggable(const Object& object);

}  // namespace machine
}  // namespace vm
