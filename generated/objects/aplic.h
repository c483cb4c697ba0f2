// Generated from schema/devices/aplic.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/aplic.cpp.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "generated/types/imsic.h"

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `aplic`.
struct AplicProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the privilege level that it interrupts
  RiscvLevel level = RiscvLevel::Machine;

  /// the domain that delegates to this one; one of machine level has none
  vm::Link above;

  /// number of sources; they are numbered from 1 (1 to 1023)
  uint32_t num_sources = 96;

  /// harts that it interrupts itself; 0: it sends messages instead (0 to 512)
  uint32_t direct_harts = 1;

  /// where messages are written; only needed to send any
  vm::Link space;
};

/// What a snapshot of `aplic` holds.
struct AplicState {
  /// the IE bit
  uint32_t domaincfg{};

  /// of each source, from source 1 on, as are those that follow
  std::vector<uint32_t> sourcecfg;

  /// where each source goes
  std::vector<uint32_t> target;

  /// which of them are pending
  std::vector<uint8_t> pending;

  /// which of them are enabled
  std::vector<uint8_t> enabled;

  /// levels of the inputs
  std::vector<uint8_t> inputs;

  /// mmsiaddrcfg, mmsiaddrcfgh, smsiaddrcfg and smsiaddrcfgh: where the IMSICs are
  std::array<uint32_t, 4> msiaddrcfg{};

  /// what was last sent by itself
  uint32_t genmsi{};

  /// whether each hart is interrupted
  std::vector<uint8_t> idelivery;

  /// which of them are interrupted without a source
  std::vector<uint8_t> iforce;

  /// only lower numbers of priority interrupt; 0: all do
  std::vector<uint8_t> ithreshold;

  static const qapi::ObjectType kType;
};

/// Ports of `aplic`: regions, inputs and outputs, each numbered from zero.
struct AplicPort {
  static constexpr unsigned kRegs =
      0;  ///< the registers, laid out as in 4.5 and 4.8 of the specification
  static constexpr unsigned kIn =
      0;  ///< the sources by their numbers; in[0] is no source, and what it is told is ignored
  static constexpr unsigned kOut = 0;  ///< external interrupt of each hart
};

}  // namespace api

namespace vm {

/// A domain of an advanced platform-level interrupt controller: it hands the interrupts of
/// devices to harts by priority, or sends messages to their IMSICs. RISC-V Advanced Interrupt
/// Architecture 1.0, chapter 4. Devices are wired to the domain of machine level, which can
/// delegate sources to its child, the domain of supervisor level.
Result<std::unique_ptr<Object>> create_aplic(Platform& platform);

}  // namespace vm
