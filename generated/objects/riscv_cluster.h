// Generated from schema/devices/riscv-cluster.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/riscv_cluster.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

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

/// Properties of `riscv-cluster`.
struct RiscvClusterProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of harts (1 to 512)
  uint32_t count = 1;

  /// what they implement, as a RISC-V ISA string (unprivileged specification 20240411, chapter
  /// 36); see `riscv-hart`
  std::string isa = "rv64gc";

  /// the address space they execute from
  vm::Link space;

  /// mhartid of the first one; the others follow
  uint32_t hartid_base = 0;

  /// where they start after a reset, unless a `riscv-boot` starts them elsewhere
  uint64_t reset_vector = 4096;

  /// whether they have supervisor mode; a microcontroller's do not
  bool supervisor = true;

  /// of the time CSR; that of the machine's timer (Hz, 1 to 1000000000)
  uint32_t timebase_frequency = 10000000;
};

/// What a snapshot of `riscv-cluster` holds.
struct RiscvClusterState {
  static const qapi::ObjectType kType;
};

/// Ports of `riscv-cluster`: regions, inputs and outputs, each numbered from zero.
struct RiscvClusterPort {
  static constexpr unsigned kMsi = 0;  ///< machine software interrupt of each hart
  static constexpr unsigned kMti = 1;  ///< machine timer interrupt of each hart
  static constexpr unsigned kMei = 2;  ///< machine external interrupt of each hart
  static constexpr unsigned kSei = 3;  ///< supervisor external interrupt of each hart
  static constexpr unsigned kSsi = 4;  ///< supervisor software interrupt of each hart: an edge
                                       ///< makes it pending, and software clears it
};

}  // namespace api

namespace vm {

/// RISC-V harts of one kind that see one address space. Each is a child `hart[i]`.
Result<std::unique_ptr<Object>> create_riscv_cluster(Platform& platform);

}  // namespace vm
