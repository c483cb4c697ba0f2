// Generated from schema/devices/sifive-test.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_test.cpp.

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

/// Properties of `sifive-test`.
struct SifiveTestProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `sifive-test` holds.
struct SifiveTestState {
  static const qapi::ObjectType kType;
};

/// Ports of `sifive-test`: regions, inputs and outputs, each numbered from zero.
struct SifiveTestPort {
  static constexpr unsigned kRegs = 0;  ///< the register, 4 bytes at offset 0
};

}  // namespace api

namespace vm {

/// A register with which the guest ends: writing 0x5555 powers off, 0x7777 resets, and 0x3333
/// reports a failure, whose code is in the upper 16 bits. The program's exit status is that
/// code; 1 if it is 0, so that a failure never looks like a success.
Result<std::unique_ptr<Object>> create_sifive_test(Platform& platform);

}  // namespace vm
