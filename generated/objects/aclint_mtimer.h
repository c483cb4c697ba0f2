// Generated from schema/devices/aclint-mtimer.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/aclint_mtimer.cpp.

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

/// Properties of `aclint-mtimer`.
struct AclintMtimerProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of harts (1 to 4095) (1 to 4095)
  uint32_t count = 1;

  /// how fast mtime counts (Hz, 1 to 1000000000)
  uint32_t timebase_frequency = 10000000;
};

/// What a snapshot of `aclint-mtimer` holds.
struct AclintMtimerState {
  /// the time from which on each hart is interrupted
  std::vector<uint64_t> mtimecmp;

  /// what the guest added to guest time by writing mtime, in ticks
  uint64_t mtime_delta{};

  static const qapi::ObjectType kType;
};

/// Ports of `aclint-mtimer`: regions, inputs and outputs, each numbered from zero.
struct AclintMtimerPort {
  static constexpr unsigned kRegs =
      0;  ///< mtimecmp of each hart, 8 bytes each, from 0; mtime at 0x7ff8
  static constexpr unsigned kMtip = 0;  ///< machine timer interrupt of each hart
};

}  // namespace api

namespace vm {

/// The machine-level timer: one time for all harts, and a time for each at which it is
/// interrupted. RISC-V Advanced Core Local Interruptor specification 1.0-rc4, chapter 2. Bytes
/// 0x4000 to 0xbfff of a SiFive CLINT.
Result<std::unique_ptr<Object>> create_aclint_mtimer(Platform& platform);

}  // namespace vm
