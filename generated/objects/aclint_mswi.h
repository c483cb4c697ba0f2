// Generated from schema/devices/aclint-mswi.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/aclint_mswi.cpp.

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

/// Properties of `aclint-mswi`.
struct AclintMswiProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of harts (1 to 4095) (1 to 4095)
  uint32_t count = 1;
};

/// What a snapshot of `aclint-mswi` holds.
struct AclintMswiState {
  /// bit 0 of each MSIP register
  std::vector<uint8_t> pending;

  static const qapi::ObjectType kType;
};

/// Ports of `aclint-mswi`: regions, inputs and outputs, each numbered from zero.
struct AclintMswiPort {
  static constexpr unsigned kRegs = 0;  ///< MSIP registers, 4 bytes each
  static constexpr unsigned kMsip = 0;  ///< machine software interrupt of each hart
};

}  // namespace api

namespace vm {

/// Machine-level software interrupts: a register for each hart, with which harts interrupt one
/// another. RISC-V Advanced Core Local Interruptor specification 1.0-rc4, chapter 3. The first
/// 0x4000 bytes of a SiFive CLINT.
Result<std::unique_ptr<Object>> create_aclint_mswi(Platform& platform);

}  // namespace vm
