// Generated from schema/devices/pvpanic-mmio.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/pvpanic_mmio.cpp.

#pragma once

#include <memory>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `pvpanic-mmio`.
struct PvpanicMmioProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `pvpanic-mmio` holds.
struct PvpanicMmioState {
  static const qapi::ObjectType kType;
};

/// Ports of `pvpanic-mmio`: regions, inputs and outputs, each numbered from zero.
struct PvpanicMmioPort {
  static constexpr unsigned kRegs = 0;  ///< one byte. Reading it tells the events that it
                                        ///< understands, writing reports one: bit 0 is a panic.
};

}  // namespace api

namespace vm {

/// A register with which the guest reports that it cannot go on. A Linux kernel finds it in the
/// device tree, and writes to it when it panics.
Result<std::unique_ptr<Object>> create_pvpanic_mmio(Platform& platform);

}  // namespace vm
