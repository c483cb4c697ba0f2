// SPDX-License-Identifier: Apache-2.0
//
// Phandles of interrupt controllers, and the interrupts of devices by their wires.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "vm/machine/device_tree_node.h"
#include "vm/machine/wire_book.h"

namespace vm {

class Object;
struct ObjectType;

namespace machine {

/// Whether the schema gives the nodes of a type this property.
bool has_fdt_property(const ObjectType& type, std::string_view name);

/// An interrupt as an `interrupts-extended` lists it.
struct Interrupt {
  uint32_t parent = 0;  ///< phandle of the controller
  uint32_t cell = 0;
  std::optional<uint32_t> type = {};  ///< a second cell, for controllers that have two

  void append_to(std::vector<uint32_t>& cells) const {
    cells.push_back(cell);
    if (type) cells.push_back(*type);
  }
};

class Interrupts {
 public:
  /// The next one, for what is no object.
  uint32_t new_phandle() { return ++last_phandle_; }

  /// Gives an object the next phandle: a hart, or an interrupt controller.
  uint32_t add_controller(const Object& object);

  /// The phandle of an object; nothing if it has none.
  std::optional<uint32_t> phandle(const Object& object) const;

  /// Where an output leads to; nothing if to no controller.
  std::optional<Interrupt> of(Device& device, PortElement output) const;

  /// All outputs of a device that lead to a controller.
  std::vector<Interrupt> all_of(Device& device) const;

  /// Writes `interrupts`, or `interrupts-extended` where there are several controllers or the
  /// device is one itself.
  void describe(Device& device, FdtNode& node) const;

 private:
  std::optional<Interrupt> at(const WireEnd& input) const;
  std::vector<Interrupt> outputs_of_controller(Device& device) const;

  std::map<const Object*, uint32_t> phandles_;
  uint32_t last_phandle_ = 0;
};

}  // namespace machine
}  // namespace vm
