// SPDX-License-Identifier: Apache-2.0
//
// HTIF, the host-target interface of Berkeley's test programs: the guest writes a request to the
// word `tohost`, the host clears it and answers in `fromhost`. Bits 63 to 56 name a device, bits 55
// to 48 its command, the rest is the payload (riscv-isa-sim, fesvr/htif.cc and fesvr/device.cc).

#pragma once

#include <cstdint>

namespace vm {

struct HtifRequest {
  enum class Kind {
    None,     ///< nothing was asked for
    Exit,     ///< `value` is the exit status
    Syscall,  ///< `value` is the address of its number and arguments
    Put,      ///< `value` is a character for the console
    Get,      ///< asks for a character from the console
    Unknown,
  };

  Kind kind = Kind::None;
  uint64_t value = 0;
  uint64_t answer = 0;  ///< what `fromhost` says when it is done
};

HtifRequest decode_htif(uint64_t tohost);

/// Whether a write of `size` bytes at `offset` of the word `tohost` completes a request. Guests of
/// 32 bits write two halves, the lower one first; some that only want to end leave out the upper
/// one.
bool completes_htif(uint64_t offset, uint64_t value, unsigned size);

}  // namespace vm
