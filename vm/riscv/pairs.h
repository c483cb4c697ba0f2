// SPDX-License-Identifier: Apache-2.0
//
// Pairs: two instructions that follow each other in a block and are executed by one function, which
// keeps what the first computes for the second. It saves the jump between them, and the way through
// memory of a register that is read as soon as it is written.
//
// Both instructions stay in the block as they are; only the first one's handler is another. So the
// address of each is known when it traps, and the second can go on alone where it needs more.

#pragma once

#include "vm/riscv/block.h"

namespace vm::riscv {

/// Makes pairs of a block's instructions, from the first on, where there is a function for the two.
void make_pairs(Block& block);

}  // namespace vm::riscv
