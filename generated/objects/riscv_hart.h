// Generated from schema/devices/riscv-hart.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/riscv_hart.cpp.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "generated/types/riscv_isa.h"

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

/// Properties of `riscv-hart`.
struct RiscvHartProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// what the hart implements, as a device tree's `riscv,isa` writes it: `rv32` or `rv64` and the
  /// names of `RiscvExtension`, `g` for `imafd`, `zicntr`, `zicsr` and `zifencei`, `b` for `zba`,
  /// `zbb` and `zbs`. What the string leaves out raises an illegal-instruction exception.
  std::string isa = "rv64gc";

  /// what the hart reads in mhartid
  uint64_t hartid = 0;

  /// the address space that the hart sees
  vm::Link space;

  /// where it starts after a reset
  uint64_t reset_vector = 4096;

  /// whether there is supervisor mode
  bool supervisor = true;

  /// of the time CSR (Hz, 1 to 1000000000)
  uint32_t timebase_frequency = 10000000;

  /// what `isa` comes to
  std::vector<RiscvExtension> extensions;

  /// how many it has executed since it was made, those that trapped among them; brought up to
  /// date from turn to turn
  uint64_t instructions{};
};

/// What a snapshot of `riscv-hart` holds.
struct RiscvHartState {
  /// integer registers; x[0] is zero. A 32-bit hart's registers, addresses among them, are held
  /// with their sign extended.
  std::array<uint64_t, 32> x{};

  /// floating-point registers; a single is boxed in ones
  std::array<uint64_t, 32> f{};

  /// address of the next instruction
  uint64_t pc{};

  /// 0 user, 1 supervisor, 3 machine
  uint8_t privilege{};

  /// the last instruction was WFI, and nothing has woken the hart yet
  bool waiting{};

  /// accrued floating-point exceptions
  uint8_t fflags{};

  /// dynamic rounding mode
  uint8_t frm{};

  /// levels of the interrupt inputs, at their places in mip; of `ssip`, an edge that has not been
  /// cleared
  uint64_t interrupt_lines{};

  /// bits of mip that software has set: SSIP, STIP, SEIP
  uint64_t software_interrupts{};

  /// SD is computed when read. UXL and SXL are held here.
  uint64_t mstatus{};

  /// exceptions that supervisor mode handles
  uint64_t medeleg{};

  /// interrupts that supervisor mode handles
  uint64_t mideleg{};

  /// enabled interrupts; sie is a view of it
  uint64_t mie{};

  /// trap vector of machine mode
  uint64_t mtvec{};

  /// scratch register of machine mode
  uint64_t mscratch{};

  /// where machine mode's trap came from
  uint64_t mepc{};

  /// cause of machine mode's trap
  uint64_t mcause{};

  /// address or instruction of machine mode's trap
  uint64_t mtval{};

  /// counters that supervisor mode may read
  uint64_t mcounteren{};

  /// counters that stand still
  uint64_t mcountinhibit{};

  /// environment of supervisor mode
  uint64_t menvcfg{};

  /// cycles; one for each instruction
  uint64_t mcycle{};

  /// instructions retired
  uint64_t minstret{};

  /// a byte for each PMP entry
  std::array<uint8_t, 16> pmpcfg{};

  /// address bits 55 to 2 of each PMP entry
  std::array<uint64_t, 16> pmpaddr{};

  /// trap vector of supervisor mode
  uint64_t stvec{};

  /// scratch register of supervisor mode
  uint64_t sscratch{};

  /// where supervisor mode's trap came from
  uint64_t sepc{};

  /// cause of supervisor mode's trap
  uint64_t scause{};

  /// address or instruction of supervisor mode's trap
  uint64_t stval{};

  /// counters that user mode may read
  uint64_t scounteren{};

  /// environment of user mode
  uint64_t senvcfg{};

  /// mode and root of address translation
  uint64_t satp{};

  /// time of the supervisor timer interrupt (Sstc)
  uint64_t stimecmp{};

  /// the trigger that tdata1 and tdata2 stand for (Sdtrig) (since 0.1)
  uint8_t tselect{};

  /// type and configuration of each trigger (since 0.1)
  std::array<uint64_t, 4> tdata1{};

  /// address of each trigger (since 0.1)
  std::array<uint64_t, 4> tdata2{};

  /// whether triggers fire in machine mode, now and before the last trap (since 0.1)
  uint8_t tcontrol{};

  /// the register that mireg stands for (Smaia) (since 0.1)
  uint16_t miselect{};

  /// the register that sireg stands for (Ssaia) (since 0.1)
  uint16_t siselect{};

  static const qapi::ObjectType kType;
};

/// Ports of `riscv-hart`: regions, inputs and outputs, each numbered from zero.
struct RiscvHartPort {
  static constexpr unsigned kMsip = 0;  ///< machine software interrupt
  static constexpr unsigned kMtip = 1;  ///< machine timer interrupt
  static constexpr unsigned kMeip = 2;  ///< machine external interrupt
  static constexpr unsigned kSsip =
      3;  ///< supervisor software interrupt: an edge makes it pending, and software clears it
  static constexpr unsigned kStip = 4;  ///< supervisor timer interrupt
  static constexpr unsigned kSeip = 5;  ///< supervisor external interrupt
};

}  // namespace api

namespace vm {

/// A RISC-V hart: M and U mode, S mode if `supervisor` is set; bare translation and Sv39, or
/// Sv32 if it has 32 bits, deeper ones if `isa` names them; 16 PMP entries.
///
/// Unaligned loads and stores work everywhere in memory. Accessed and dirty bits are set by the
/// hart unless `isa` names `svade` or `svadu`.
Result<std::unique_ptr<Object>> create_riscv_hart(Platform& platform);

}  // namespace vm
