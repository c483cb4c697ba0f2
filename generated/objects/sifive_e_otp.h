// Generated from schema/devices/sifive-e-otp.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_e_otp.cpp.

#pragma once

#include <array>
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

/// Properties of `sifive-e-otp`.
struct SifiveEOtpProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `sifive-e-otp` holds.
struct SifiveEOtpState {
  /// whether somebody holds the lock
  bool lock{};

  /// the others, in their order
  std::array<uint32_t, 14> registers{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-e-otp`: regions, inputs and outputs, each numbered from zero.
struct SifiveEOtpPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
  static constexpr unsigned kMem = 1;   ///< the memory, as the guest reads it
};

}  // namespace api

namespace vm {

/// One-time programmable memory of the FE310, with the registers that program it. SiFive
/// FE310-G002 Manual v1p0, chapter 12. A bit can be programmed from 1 to 0 while `otp_vppen`
/// and `otp_we` are set; what a loader puts there can be read.
Result<std::unique_ptr<Object>> create_sifive_e_otp(Platform& platform);

}  // namespace vm
