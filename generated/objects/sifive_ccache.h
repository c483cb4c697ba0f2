// Generated from schema/devices/sifive-ccache.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_ccache.cpp.

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

/// Properties of `sifive-ccache`.
struct SifiveCcacheProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of banks (1 to 16)
  uint8_t banks = 4;

  /// number of ways (1 to 64)
  uint8_t ways = 16;

  /// log2 of the number of sets of a bank (1 to 20)
  uint8_t sets = 9;
};

/// What a snapshot of `sifive-ccache` holds.
struct SifiveCcacheState {
  /// index of the largest way that is enabled
  uint8_t wayenable{};

  /// for each of the masters, the ways that it may use
  std::array<uint64_t, 32> waymask{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-ccache`: regions, inputs and outputs, each numbered from zero.
struct SifiveCcachePort {
  static constexpr unsigned kRegs = 0;  ///< the registers
  static constexpr unsigned kIrq = 0;   ///< metadata, data and uncorrectable data errors
};

}  // namespace api

namespace vm {

/// Registers of the FU540's level 2 cache controller. SiFive FU540-C000 Manual v1p0, chapter
/// 11. There is no cache behind them: ways can be enabled, and lines flushed, without effect;
/// no error ever happens.
Result<std::unique_ptr<Object>> create_sifive_ccache(Platform& platform);

}  // namespace vm
