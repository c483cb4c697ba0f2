// Generated from schema/devices/sifive-u-prci.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_u_prci.cpp.

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

/// Properties of `sifive-u-prci`.
struct SifiveUPrciProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the crystal (Hz, 1 to 1000000000)
  uint32_t hfclk_frequency = 33333333;

  /// what the cores run at, as the registers have it (Hz)
  uint64_t coreclk = 0;
};

/// What a snapshot of `sifive-u-prci` holds.
struct SifiveUPrciState {
  /// configuration of the crystal oscillator
  uint32_t hfxosccfg{};

  /// configuration of the PLLs: core, DDR, Ethernet
  std::array<uint32_t, 3> pllcfg{};

  /// whether their outputs are on, likewise
  std::array<uint32_t, 3> pllgate{};

  /// what drives the cores: 1 the crystal, 0 the PLL
  uint32_t coreclksel{};

  /// which devices are out of reset
  uint32_t devicesreset{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-u-prci`: regions, inputs and outputs, each numbered from zero.
struct SifiveUPrciPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
};

}  // namespace api

namespace vm {

/// Clocks and resets of the FU540: the crystal, three PLLs, and the clock of the cores. SiFive
/// FU540-C000 Manual v1p0, chapter 7. PLLs lock at once.
Result<std::unique_ptr<Object>> create_sifive_u_prci(Platform& platform);

}  // namespace vm
