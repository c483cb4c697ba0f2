// SPDX-License-Identifier: Apache-2.0
//
// WireBook knows which output drives which input: outputs know whom they drive, but an input does
// not know by whom it is driven.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "vm/devices/port.h"
#include "vm/irq/irq.h"

namespace vm {

class Object;

/// One end of a wire.
struct WireEnd {
  Device* device = nullptr;
  PortElement element = {};

  bool operator==(const WireEnd&) const = default;
};

struct Wire {
  WireEnd from;
  WireEnd to;

  bool operator==(const Wire&) const = default;
};

/// Every element of every port of a kind, in the order of the schema. The device must be
/// configured.
void for_each_element(
    Device& device,
    PortKind kind,
    const std::function<void(const WireEnd& end)>& visit
);

/// The input that an output drives, as the end of a wire.
WireEnd end_of(const IrqInput& input);

/// "uart0:irq", with the path below /machine for devices that are deeper in it.
std::string to_string(const WireEnd& end);

class WireBook {
 public:
  /// The input must not be driven yet.
  void connect(const Wire& wire);
  void disconnect(const Wire& wire);

  /// Forgets the wires within an object that goes away, and tells which they were.
  std::vector<Wire> forget(const Object& part);

  /// Knows wires again that were forgotten.
  void recall(const std::vector<Wire>& wires);

  /// What drives that input.
  std::optional<WireEnd> driver(const WireEnd& input) const;

  /// A wire with one end in `part`, which is an object or anything below it, and the other outside.
  std::optional<Wire> find_crossing(const Object& part) const;

 private:
  using Key = std::tuple<const Device*, unsigned, unsigned>;

  static Key key(const WireEnd& input);

  std::map<Key, Wire> by_input_;
};

}  // namespace vm
