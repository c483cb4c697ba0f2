// Generated from schema/devices/ram.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/ram.cpp.

#pragma once

#include <cstdint>
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

/// Properties of `ram`.
struct RamProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// how much; a multiple of 4096 (bytes, 4096 to 70368744177664)
  uint64_t size{};

  /// whether the guest's device tree tells of it as memory. Off for memories with a purpose of
  /// their own, which an operating system must not take for its own.
  bool in_device_tree = true;
};

/// What a snapshot of `ram` holds.
struct RamState {
  static const qapi::ObjectType kType;
};

/// Ports of `ram`: regions, inputs and outputs, each numbered from zero.
struct RamPort {
  static constexpr unsigned kMem = 0;  ///< the memory
};

}  // namespace api

namespace vm {

/// Memory that can be read, written and executed. It is zero at power-on and keeps its contents
/// over a reset. The host gives it pages as they are first written.
Result<std::unique_ptr<Object>> create_ram(Platform& platform);

}  // namespace vm
