// SPDX-License-Identifier: Apache-2.0
//
// Instructions as the assembler writes them, from the rows of decode.inc.
//
//   disassemble(decoder, 0x8000'0000, 0x00a58513) == "addi a0, a1, 10"

#pragma once

#include <cstdint>
#include <string>

#include "vm/riscv/decode.h"

namespace vm::riscv {

/// `pc` is the instruction's address: targets are shown as addresses. What the decoder does not
/// know comes as `.insn 0x...`.
std::string disassemble(const Decoder& decoder, uint64_t pc, uint32_t bits);

/// The same from a row that matches.
std::string disassemble(const Row& row, uint64_t pc, uint32_t bits);

}  // namespace vm::riscv
