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

class CardSlot;
class Object;
class Vm;

// Parts of commands: what they do is taken back with them.
void update_presence(Vm& vm, CardSlot& slot);
void ask_to_unplug(Vm& vm, CardSlot& slot, std::optional<uint32_t> timeout_ms);

// What the guest has answered, by path, for a slot can be gone by then.

/// Removes the cards unless the guest uses it again.
void remove_cards(Vm& vm, const std::string& slot);

void tell_unplug_failed(Vm& vm, const std::string& slot, api::UnplugFailure reason);

}  // namespace vm
