// SPDX-License-Identifier: Apache-2.0
//
// Cards come into slots and go from them while there is a guest: it is told of what has come, and
// asked before something goes.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generated/types/device.h"

namespace vm {

class HotplugSlot;
class Object;
class Vm;

std::vector<HotplugSlot*> slots_of(Object& machine);

// Parts of commands: what they do is taken back with them.
void plugged_in(Vm& vm, HotplugSlot& slot);
void pulled_out(Vm& vm, HotplugSlot& slot);
void ask_to_unplug(Vm& vm, HotplugSlot& slot, std::optional<uint32_t> timeout_ms);

// What the guest has answered, by path, for a slot can be gone by then.

/// Removes the card unless the guest uses it again.
void remove_card(Vm& vm, const std::string& slot);

void tell_unplug_failed(Vm& vm, const std::string& slot, api::UnplugFailure reason);

}  // namespace vm
