// SPDX-License-Identifier: Apache-2.0
//
// Finds a device's regions, inputs and outputs by what people write: `irq`, `in[10]`.
//
//   PortElement input = TRY(find_port(plic, PortKind::IrqIn, "in[10]"));

#pragma once

#include <string_view>

#include "vm/base/result.h"
#include "vm/object/object_type.h"

namespace vm {

class Device;

/// An element of a port, in the numbers that Device's functions take.
struct PortElement {
  PortKind kind;
  unsigned port;
  unsigned index;

  bool operator==(const PortElement&) const = default;
};

/// The device must be configured. An empty name stands for the only port of that kind.
Result<PortElement> find_port(const Device& device, PortKind kind, std::string_view spelled);

/// "plic:in[10]".
std::string to_string(const Device& device, const PortElement& element);

}  // namespace vm
