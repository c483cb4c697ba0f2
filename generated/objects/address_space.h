// Generated from schema/devices/address-space.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/address_space.cpp.

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

/// Properties of `address-space`.
struct AddressSpaceProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// how many addresses it has, from 0 on; with 0 it has all 2^64. Nothing can be mapped beyond,
  /// and where it is mapped as a whole it takes that much. (bytes)
  uint64_t size = 0;
};

/// What a snapshot of `address-space` holds.
struct AddressSpaceState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// What a processor or another bus master sees: regions and other address spaces, mapped at
/// addresses. Where nothing is mapped, an access fails.
Result<std::unique_ptr<Object>> create_address_space(Platform& platform);

}  // namespace vm
