// SPDX-License-Identifier: Apache-2.0
//
// Windows of address spaces, seen from what is mapped: where is it, and what is it called?

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "vm/base/result.h"
#include "vm/machine/wire_book.h"
#include "vm/memory/address_space.h"

namespace vm {

class Object;

/// Whose regions and spaces they are, of all devices below an object.
class RegionIndex {
 public:
  explicit RegionIndex(Object& top);

  /// What the window shows, as map takes it: "uart0:regs", "soc/bus".
  const std::string& name(const Mapping& window) const { return find(window).name; }

  /// The device whose region it is, and which; null for an address space.
  const WireEnd* region(const Mapping& window) const;

 private:
  struct Shown {
    std::string name;
    WireEnd region;
  };

  const Shown& find(const Mapping& window) const;

  std::unordered_map<const void*, Shown> shown_;
};

/// A window, and the address space that it is in.
struct PlacedWindow {
  AddressSpace* into = nullptr;
  Mapping window;
};

/// Where what is below `object` is mapped into a space outside of it, or the other way round.
std::vector<PlacedWindow> windows_crossing(Object& machine, Object& object);

/// Fails, naming a window, if anything below `object` is mapped into a space outside of it, or the
/// other way round.
Result<> check_unmapped(Object& machine, Object& object);

}  // namespace vm
