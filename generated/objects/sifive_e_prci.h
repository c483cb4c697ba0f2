// Generated from schema/devices/sifive-e-prci.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_e_prci.cpp.

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

/// Properties of `sifive-e-prci`.
struct SifiveEPrciProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the crystal (Hz, 1 to 1000000000)
  uint32_t hfxosc_frequency = 16000000;

  /// of the ring oscillator before its divider, at the middle of its trim (Hz, 1 to 1000000000)
  uint32_t hfrosc_frequency = 72000000;

  /// what the chip runs at, as the registers have it (Hz)
  uint64_t hfclk = 0;
};

/// What a snapshot of `sifive-e-prci` holds.
struct SifiveEPrciState {
  /// configuration of the ring oscillator
  uint32_t hfrosccfg{};

  /// configuration of the crystal oscillator
  uint32_t hfxosccfg{};

  /// configuration of the PLL
  uint32_t pllcfg{};

  /// the divider behind the PLL
  uint32_t plloutdiv{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-e-prci`: regions, inputs and outputs, each numbered from zero.
struct SifiveEPrciPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
};

}  // namespace api

namespace vm {

/// The clocks of the FE310: two oscillators, a PLL, and which of them drives the chip. SiFive
/// FE310-G002 Manual v1p0, chapter 6. Oscillators and PLL are ready at once. The registers
/// change nothing but what the guest, and `hfclk`, say of the clock.
Result<std::unique_ptr<Object>> create_sifive_e_prci(Platform& platform);

}  // namespace vm
