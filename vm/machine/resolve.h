// SPDX-License-Identifier: Apache-2.0
//
// What the texts in map and connect mean. Devices are named by their path below /machine, by an
// absolute path, or by an id that is unambiguous; ports by name, element, range or `[*]` for all.
//
//   std::vector<WireEnd> inputs = TRY(resolve_ports(root, "plic:in[3..4]", PortKind::IrqIn));
//   MapTarget target = TRY(resolve_region(root, "uart0:regs"));

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/base/result.h"
#include "vm/machine/wire_book.h"
#include "vm/memory/address_space.h"

namespace vm {

class Device;
class Object;

/// The path below /machine; the whole path for what is elsewhere.
std::string machine_path(const Object& object);

/// One of that type, or of one derived from it.
Result<Object*> resolve_object(Object& root, std::string_view text, std::string_view type);

Result<Device*> resolve_device(Object& root, std::string_view text);

Result<AddressSpace*> resolve_space(Object& root, std::string_view text);

Result<std::vector<WireEnd>> resolve_ports(Object& root, std::string_view text, PortKind kind);

/// A region, or an address space; a mapping without its address.
Result<Mapping> resolve_region(Object& root, std::string_view text);

/// The one name of what resolve_region() finds by several: "soc/uart0:regs", "bus".
Result<std::string> region_name(Object& root, std::string_view text);

/// The address space that a device is; null for other devices.
AddressSpace* as_space(Device& device);

}  // namespace vm
