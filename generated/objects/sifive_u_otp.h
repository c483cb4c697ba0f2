// Generated from schema/devices/sifive-u-otp.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_u_otp.cpp.

#pragma once

#include <array>
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

/// Properties of `sifive-u-otp`.
struct SifiveUOtpProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the serial number of the board
  uint32_t serial = 1;
};

/// What a snapshot of `sifive-u-otp` holds.
struct SifiveUOtpState {
  /// the registers, in their order
  std::array<uint32_t, 15> registers{};

  /// the words that have been programmed, and what they hold: index, word, index, word, ...
  std::vector<uint32_t> cells;

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-u-otp`: regions, inputs and outputs, each numbered from zero.
struct SifiveUOtpPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
};

}  // namespace api

namespace vm {

/// One-time programmable memory of the FU540: 4096 words of 32 bits behind the pins of the
/// memory macro. SiFive FU540-C000 Manual v1p0, chapter 18. It holds the board's serial number
/// where the vendor's boot loaders look for it, the rest is blank.
Result<std::unique_ptr<Object>> create_sifive_u_otp(Platform& platform);

}  // namespace vm
