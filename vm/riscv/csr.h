// SPDX-License-Identifier: Apache-2.0
//
// Control and status registers: numbers, fields, and access with all checks.
// Privileged spec 20240411, chapters 2, 3 and 10.

#pragma once

#include <cstdint>
#include <optional>

namespace vm::riscv {

struct Cpu;

enum CsrNumber : unsigned {
  kCsrFflags = 0x001,
  kCsrFrm = 0x002,
  kCsrFcsr = 0x003,
  kCsrSstatus = 0x100,
  kCsrSie = 0x104,
  kCsrStvec = 0x105,
  kCsrScounteren = 0x106,
  kCsrSenvcfg = 0x10a,
  kCsrSscratch = 0x140,
  kCsrSepc = 0x141,
  kCsrScause = 0x142,
  kCsrStval = 0x143,
  kCsrSip = 0x144,
  kCsrStimecmp = 0x14d,
  kCsrSiselect = 0x150,
  kCsrSireg = 0x151,
  kCsrSieh = 0x114,
  kCsrSiph = 0x154,
  kCsrStopei = 0x15c,
  kCsrStimecmph = 0x15d,
  kCsrSatp = 0x180,
  kCsrMstatus = 0x300,
  kCsrMisa = 0x301,
  kCsrMedeleg = 0x302,
  kCsrMideleg = 0x303,
  kCsrMie = 0x304,
  kCsrMtvec = 0x305,
  kCsrMcounteren = 0x306,
  kCsrMvien = 0x308,
  kCsrMvip = 0x309,
  kCsrMenvcfg = 0x30a,
  kCsrMstatush = 0x310,
  kCsrMidelegh = 0x313,
  kCsrMieh = 0x314,
  kCsrMvienh = 0x318,
  kCsrMviph = 0x319,
  kCsrMenvcfgh = 0x31a,
  kCsrMcountinhibit = 0x320,
  kCsrMhpmevent3 = 0x323,
  kCsrMhpmevent31 = 0x33f,
  kCsrMscratch = 0x340,
  kCsrMepc = 0x341,
  kCsrMcause = 0x342,
  kCsrMtval = 0x343,
  kCsrMip = 0x344,
  kCsrMiselect = 0x350,
  kCsrMireg = 0x351,
  kCsrMiph = 0x354,
  kCsrMtopei = 0x35c,
  kCsrPmpcfg0 = 0x3a0,
  kCsrPmpcfg3 = 0x3a3,
  kCsrPmpaddr0 = 0x3b0,
  kCsrPmpaddr15 = 0x3bf,
  kCsrTselect = 0x7a0,
  kCsrTdata1 = 0x7a1,
  kCsrTdata2 = 0x7a2,
  kCsrTdata3 = 0x7a3,
  kCsrTinfo = 0x7a4,
  kCsrTcontrol = 0x7a5,
  kCsrMcycle = 0xb00,
  kCsrMinstret = 0xb02,
  kCsrMhpmcounter3 = 0xb03,
  kCsrMhpmcounter31 = 0xb1f,
  kCsrMcycleh = 0xb80,
  kCsrMinstreth = 0xb82,
  kCsrMhpmcounter3h = 0xb83,
  kCsrMhpmcounter31h = 0xb9f,
  kCsrCycle = 0xc00,
  kCsrTime = 0xc01,
  kCsrInstret = 0xc02,
  kCsrHpmcounter3 = 0xc03,
  kCsrHpmcounter31 = 0xc1f,
  kCsrCycleh = 0xc80,
  kCsrTimeh = 0xc81,
  kCsrInstreth = 0xc82,
  kCsrHpmcounter3h = 0xc83,
  kCsrHpmcounter31h = 0xc9f,
  kCsrStopi = 0xdb0,
  kCsrMvendorid = 0xf11,
  kCsrMarchid = 0xf12,
  kCsrMimpid = 0xf13,
  kCsrMhartid = 0xf14,
  kCsrMconfigptr = 0xf15,
  kCsrMtopi = 0xfb0,
};

// mstatus, 3.1.6.
constexpr uint64_t kStatusSie = 1u << 1;
constexpr uint64_t kStatusMie = 1u << 3;
constexpr uint64_t kStatusSpie = 1u << 5;
constexpr uint64_t kStatusMpie = 1u << 7;
constexpr uint64_t kStatusSpp = 1u << 8;
constexpr unsigned kStatusMppShift = 11;
constexpr uint64_t kStatusMpp = 3u << kStatusMppShift;
constexpr uint64_t kStatusFs = 3u << 13;
constexpr uint64_t kStatusMprv = 1u << 17;
constexpr uint64_t kStatusSum = 1u << 18;
constexpr uint64_t kStatusMxr = 1u << 19;
constexpr uint64_t kStatusTvm = 1u << 20;
constexpr uint64_t kStatusTw = 1u << 21;
constexpr uint64_t kStatusTsr = 1u << 22;
constexpr uint64_t kStatusOfSupervisor =
    kStatusSie | kStatusSpie | kStatusSpp | kStatusSum | kStatusMxr | kStatusTvm | kStatusTsr;
constexpr uint64_t kStatusUxl = uint64_t{3} << 32;
constexpr uint64_t kStatusXl64 = uint64_t{2} << 32 | uint64_t{2} << 34;

// Interrupts, by their bit in mip and their cause.
enum Interrupt : unsigned {
  kSupervisorSoftware = 1,
  kMachineSoftware = 3,
  kSupervisorTimer = 5,
  kMachineTimer = 7,
  kSupervisorExternal = 9,
  kMachineExternal = 11,
};

constexpr uint64_t kSupervisorInterrupts =
    1u << kSupervisorSoftware | 1u << kSupervisorTimer | 1u << kSupervisorExternal;
constexpr uint64_t kMachineInterrupts =
    1u << kMachineSoftware | 1u << kMachineTimer | 1u << kMachineExternal;

// menvcfg, 3.1.18.
constexpr uint64_t kEnvFiom = 1;
constexpr uint64_t kEnvCbie = 3u << 4;
constexpr uint64_t kEnvCbcfe = 1u << 6;
constexpr uint64_t kEnvCbze = 1u << 7;
constexpr uint64_t kEnvAdue = uint64_t{1} << 61;
constexpr uint64_t kEnvStce = uint64_t{1} << 63;

/// What a CSR instruction does with the old value.
enum class CsrOperation {
  Write,
  Set,
  Clear,
};

/// What a CSR instruction asks for. Without `writes` (csrrs with x0) nothing is written, and no
/// side effect of a write happens.
struct CsrAccess {
  unsigned number;
  CsrOperation operation;
  uint64_t operand;
  bool writes;
};

/// Performs it and leaves the old value in `cpu.result`. False if it must trap as illegal.
bool access_csr(Cpu& cpu, const CsrAccess& access);

/// What machine mode would read, for who debugs the guest; nothing if there is no such register.
std::optional<uint64_t> inspect_csr(Cpu& cpu, unsigned number);

/// The same for writing; false if it cannot be written.
bool change_csr(Cpu& cpu, unsigned number, uint64_t value);

/// State after a reset (3.4), but for pc and mhartid, which are the platform's.
void reset_csrs(Cpu& cpu);

}  // namespace vm::riscv
