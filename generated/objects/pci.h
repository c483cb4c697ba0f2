// Generated from schema/devices/pci/pci.json by codegen/templates/objects.h.j2.  Do not edit.

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

/// Properties of `pci-bus`.
struct PciBusProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `pci-bus` holds.
struct PciBusState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {}  // namespace vm
