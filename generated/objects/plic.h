// Generated from schema/devices/plic.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/plic.cpp.

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

/// Properties of `plic`.
struct PlicProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of sources; they are numbered from 1 (1 to 1023) (1 to 1023)
  uint32_t num_sources = 96;

  /// number of those that can be interrupted: a privilege mode of a hart each (1 to 15872) (1 to
  /// 15872)
  uint32_t contexts = 2;
};

/// What a snapshot of `plic` holds.
struct PlicState {
  /// of each source, from source 1 on; 0: never interrupts
  std::vector<uint32_t> priority;

  /// sources that wait to be claimed: bit N for source N, in words of 32 bits
  std::vector<uint32_t> pending;

  /// sources that are claimed and not completed, likewise
  std::vector<uint32_t> claimed;

  /// levels of the inputs, likewise
  std::vector<uint32_t> level;

  /// enabled sources, likewise: the words of context 0, then those of context 1, and so on
  std::vector<uint32_t> enable;

  /// of each context; sources of a higher priority interrupt it
  std::vector<uint32_t> threshold;

  static const qapi::ObjectType kType;
};

/// Ports of `plic`: regions, inputs and outputs, each numbered from zero.
struct PlicPort {
  static constexpr unsigned kRegs =
      0;  ///< the registers, laid out as in chapter 3 of the specification
  static constexpr unsigned kIn =
      0;  ///< the sources by their numbers; in[0] is no source, and what it is told is ignored
  static constexpr unsigned kOut = 0;  ///< external interrupt of each context
};

}  // namespace api

namespace vm {

/// Platform-level interrupt controller: hands the interrupts of devices to harts, by priority.
/// RISC-V Platform-Level Interrupt Controller specification 1.0.0. Sources are level-triggered.
Result<std::unique_ptr<Object>> create_plic(Platform& platform);

}  // namespace vm
