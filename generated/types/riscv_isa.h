// Generated from schema/devices/riscv-isa.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// An extension of the RISC-V instruction set that a hart can have, under the name by which its
/// `isa` lists it. Unprivileged specification 20240411 for those that do not begin with `s`;
/// privileged specification 20240411 for the others, where nothing else is said.
enum class RiscvExtension {
  I,         ///< integers: chapters 2 and 4
  M,         ///< multiplication and division
  A,         ///< atomic instructions
  F,         ///< single-precision floating point; brings `zicsr`
  D,         ///< double-precision floating point; brings `f`
  C,         ///< compressed instructions
  Zicbom,    ///< cache-block management; a block has 64 bytes, and there is no cache to be managed
  Zicbop,    ///< cache-block prefetches, which do nothing
  Zicboz,    ///< cache blocks that are zeroed; a block has 64 bytes
  Zicntr,    ///< the counters cycle, time and instret; brings `zicsr`
  Zicond,    ///< integer conditional operations
  Zicsr,     ///< instructions for control and status registers
  Zifencei,  ///< FENCE.I
  Zihintpause,  ///< PAUSE, which does nothing
  Zihpm,        ///< hardware performance counters, which count nothing; brings `zicsr`
  Zawrs,        ///< waiting on a reservation set
  Zba,          ///< address generation. `b` in `isa` stands for this, `zbb` and `zbs`.
  Zbb,          ///< basic bit manipulation
  Zbc,          ///< carry-less multiplication
  Zbs,          ///< single-bit instructions
  Sdtrig,   ///< triggers of the debug specification 1.0, chapter 5: four of type mcontrol6; brings
            ///< `zicsr`
  Smaia,    ///< the registers of machine mode of the Advanced Interrupt Architecture 1.0; brings
            ///< `zicsr`
  Ssaia,    ///< its registers of supervisor mode; brings `zicsr`
  Sstc,     ///< a timer interrupt of supervisor mode's own, by stimecmp
  Sv48,     ///< virtual addresses of 48 bits; only with 64-bit registers
  Sv57,     ///< virtual addresses of 57 bits; brings `sv48`
  Svade,    ///< a page fault where an accessed or dirty bit would have to be set
  Svadu,    ///< the hart sets accessed and dirty bits itself while menvcfg.ADUE is set
  Svinval,  ///< invalidation of address translations in parts
  Svnapot,  ///< pages of 64 KiB by entries of the last level; only with 64-bit registers
};

std::string_view to_string(RiscvExtension value);
extern const qapi::EnumType kRiscvExtensionType;
constexpr const qapi::EnumType& type_of(RiscvExtension) {
  return kRiscvExtensionType;
}

}  // namespace api
