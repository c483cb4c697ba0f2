// SPDX-License-Identifier: Apache-2.0
//
// The semantic functions that decode.inc names, each defined in the .cpp of its extension.

#pragma once

#include "vm/riscv/decode.h"

namespace vm::riscv {

#define INSN(name, format, match, mask, requires_set, kind, semantic) \
  const Insn* exec_##semantic(Cpu& cpu, const Insn* insn);
#include "vm/riscv/decode.inc"

// Variants that a block uses in place of a row's own function.

/// A jal or jalr that links to x0.
const Insn* exec_j(Cpu& cpu, const Insn* insn);
const Insn* exec_jr(Cpu& cpu, const Insn* insn);

/// Stands behind the last instruction of a block that ends without a jump.
const Insn* exec_block_end(Cpu& cpu, const Insn* insn);

/// Stands in place of an instruction that has a breakpoint.
const Insn* exec_breakpoint(Cpu& cpu, const Insn* insn);

/// Where a trigger of Sdtrig fires.
const Insn* exec_trigger(Cpu& cpu, const Insn* insn);

}  // namespace vm::riscv
