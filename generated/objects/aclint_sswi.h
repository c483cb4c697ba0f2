// Generated from schema/devices/aclint-sswi.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/aclint_sswi.cpp.

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

/// Properties of `aclint-sswi`.
struct AclintSswiProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of harts (1 to 4095) (1 to 4095)
  uint32_t count = 1;
};

/// What a snapshot of `aclint-sswi` holds.
struct AclintSswiState {
  static const qapi::ObjectType kType;
};

/// Ports of `aclint-sswi`: regions, inputs and outputs, each numbered from zero.
struct AclintSswiPort {
  static constexpr unsigned kRegs = 0;  ///< SETSSIP registers, 4 bytes each; they read as zero
  static constexpr unsigned kSsip =
      0;  ///< supervisor software interrupt of each hart: an edge for each 1 that is written
};

}  // namespace api

namespace vm {

/// Supervisor-level software interrupts: a register for each hart, with which supervisors of
/// harts interrupt one another without their firmware. RISC-V Advanced Core Local Interruptor
/// specification 1.0-rc4, chapter 4. A hart that was interrupted clears the bit SSIP of its CSR
/// sip itself.
Result<std::unique_ptr<Object>> create_aclint_sswi(Platform& platform);

}  // namespace vm
