// SPDX-License-Identifier: Apache-2.0
//
// Locks on images, by QEMU's protocol, so that both keep out of each other's way: a byte of the
// file stands for each thing that a program does with it, and another for each thing that it does
// not let others do.

#pragma once

#include <string>

#include "generated/types/block_core.h"

#include "runtime/base/fd.h"
#include "vm/base/result.h"

namespace vm {

/// Held as long as any copy of the descriptor is open. Two descriptors of one program exclude each
/// other like those of two programs.
Result<> lock_image(const qapi::Fd& file, bool writes, api::OnOffAuto wanted);

}  // namespace vm
