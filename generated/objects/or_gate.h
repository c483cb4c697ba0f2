// Generated from schema/devices/or-gate.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/or_gate.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `or-gate`.
struct OrGateProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// how many there are (1 to 1024) (1 to 1024)
  uint32_t num_inputs = 2;
};

/// What a snapshot of `or-gate` holds.
struct OrGateState {
  /// of each input: 1 for high
  std::vector<uint8_t> level;

  static const qapi::ObjectType kType;
};

/// Ports of `or-gate`: regions, inputs and outputs, each numbered from zero.
struct OrGatePort {
  static constexpr unsigned kIn = 0;   ///< the inputs
  static constexpr unsigned kOut = 0;  ///< whether any of them is high
};

}  // namespace api

namespace vm {

/// Joins several outputs into one: its output is high while any of its inputs is. An input has
/// one driver, so this is how devices share one.
Result<std::unique_ptr<Object>> create_or_gate(Platform& platform);

}  // namespace vm
