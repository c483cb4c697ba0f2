// SPDX-License-Identifier: Apache-2.0
//
// An interpreter of a small stack machine: loads that lead to indirect jumps.

#include <stdint.h>

enum operation {
  kPush,   // the next byte
  kLoad,   // the variable that the next byte names
  kStore,  // the same
  kAdd,
  kSubtract,
  kMultiply,
  kMask,    // to 32 bits
  kBranch,  // by the next byte, unless 0 is taken off
  kEnd
};

enum {
  kSum,
  kFactor,
  kCount
};

enum {
  kIterations = 1000000
};

/// Iterates sum = (sum * 33 + factor * count) mod 2^32.
static const uint8_t program[] = {
    kLoad,     kSum,         kPush,  33,        kMultiply, kLoad,
    kFactor,   kLoad,        kCount, kMultiply, kAdd,      kMask,  //
    kStore,    kSum,         kLoad,  kCount,    kPush,     1,
    kSubtract, kStore,       kCount, kLoad,     kCount,  //
    kBranch,   (uint8_t)-24, kEnd,
};

static uint64_t run(const uint8_t* at, uint64_t* variables) {
  uint64_t stack[16];
  uint64_t* top = stack;
  for (;;) {
    switch ((enum operation) * at++) {
      case kPush: *top++ = *at++; break;
      case kLoad: *top++ = variables[*at++]; break;
      case kStore: variables[*at++] = *--top; break;
      case kAdd: --top, top[-1] += *top; break;
      case kSubtract: --top, top[-1] -= *top; break;
      case kMultiply: --top, top[-1] *= *top; break;
      case kMask: top[-1] &= 0xffffffff; break;
      case kBranch: at += *--top ? (int8_t)*at : 1; break;
      case kEnd: return variables[kSum];
    }
  }
}

int main(void) {
  uint64_t variables[] = {1, 12345, kIterations};
  return run(program, variables) != 1363662881;
}
