// Generated from schema/devices/imsic.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/imsic.cpp.

#pragma once

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

/// Properties of `imsic`.
struct ImsicProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the harts
  vm::Link cpus;

  /// the privilege level whose files these are
  RiscvLevel level = RiscvLevel::Supervisor;

  /// number of harts; that of the cluster (1 to 512)
  uint32_t count = 1;

  /// the highest number of an interrupt; one less than a multiple of 64 (63 to 2047)
  uint32_t num_ids = 255;
};

/// What a snapshot of `imsic` holds.
struct ImsicState {
  /// which interrupts are pending, a bit for each: the words of the first hart's file, then those
  /// of the next one, and so on
  std::vector<uint64_t> pending;

  /// which are enabled, likewise
  std::vector<uint64_t> enabled;

  /// the eidelivery registers: whether each hart is interrupted
  std::vector<uint32_t> delivery;

  /// the eithreshold registers: only lower numbers interrupt; 0: all do
  std::vector<uint32_t> threshold;

  static const qapi::ObjectType kType;
};

/// Ports of `imsic`: regions, inputs and outputs, each numbered from zero.
struct ImsicPort {
  static constexpr unsigned kFile =
      0;  ///< the page of each hart's file: seteipnum_le at 0, seteipnum_be at 4
  static constexpr unsigned kOut = 0;  ///< external interrupt of each hart
};

}  // namespace api

namespace vm {

/// Incoming message-signalled interrupt controllers of the harts of a cluster, at one privilege
/// level: RISC-V Advanced Interrupt Architecture 1.0, chapter 3. Whoever writes the number of
/// an interrupt to a file makes it pending there. Harts see their file through mireg and
/// mtopei, or sireg and stopei; their `isa` has to name `smaia` and `ssaia` for that. There are
/// no files of guests of a hypervisor.
Result<std::unique_ptr<Object>> create_imsic(Platform& platform);

}  // namespace vm
