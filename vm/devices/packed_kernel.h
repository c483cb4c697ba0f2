// SPDX-License-Identifier: Apache-2.0
//
// RISC-V kernels in the Image format, and what they come packed in: gzip or zstd, alone (Image.gz,
// Image.zst) or in a program of EFI that unpacks itself (vmlinuz.efi).
//
//   std::vector<uint8_t> kernel = TRY(unpack_kernel(file));
//   if (is_kernel(kernel)) ...

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "vm/base/result.h"

namespace vm {

bool is_kernel(std::span<const uint8_t> file);

/// Bytes of memory that a kernel counts on from its first one on, 0 if it does not say.
uint64_t kernel_size(std::span<const uint8_t> kernel);

/// Gives the kernel that the file has inside, or the file as it is: an initial file system is
/// compressed as well, and is not ours to unpack. The Error does not name the file.
Result<std::vector<uint8_t>> unpack_kernel(std::vector<uint8_t> file);

}  // namespace vm
