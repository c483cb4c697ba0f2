// Generated from schema/devices/rom.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/rom.cpp.

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

/// Properties of `rom`.
struct RomProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// how much; a multiple of 4096 (bytes, 4096 to 4294967296)
  uint64_t size{};
};

/// What a snapshot of `rom` holds.
struct RomState {
  static const qapi::ObjectType kType;
};

/// Ports of `rom`: regions, inputs and outputs, each numbered from zero.
struct RomPort {
  static constexpr unsigned kMem = 0;  ///< the memory
};

}  // namespace api

namespace vm {

/// Memory that can be read and executed; what the guest writes is dropped. A loader fills it,
/// before each reset.
Result<std::unique_ptr<Object>> create_rom(Platform& platform);

}  // namespace vm
