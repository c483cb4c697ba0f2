// SPDX-License-Identifier: Apache-2.0
//
// Keys on pins in the device tree: bindings input/gpio-keys and gpio/gpio.

#pragma once

#include "vm/machine/device_tree_interrupts.h"
#include "vm/machine/device_tree_node.h"

namespace vm {

class Object;

namespace machine {

/// Adds one node for all keys that are on a pin of a controller that the guest knows; none without.
void add_gpio_keys(Object& machine, const Interrupts& interrupts, FdtNode& root);

}  // namespace machine
}  // namespace vm
