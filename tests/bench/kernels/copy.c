// SPDX-License-Identifier: Apache-2.0
//
// Copies of 64 KiB, eight bytes at a time, as a C library does it.

#include <stdint.h>

enum {
  kWords = 8192,
  kRounds = 8192
};

static uint64_t from[kWords], to[kWords];

static void copy(uint64_t* restrict target, const uint64_t* restrict source) {
  for (int i = 0; i < kWords; i += 4) {
    uint64_t a = source[i], b = source[i + 1], c = source[i + 2], d = source[i + 3];
    target[i] = a;
    target[i + 1] = b;
    target[i + 2] = c;
    target[i + 3] = d;
  }
}

int main(void) {
  for (int round = 0; round < kRounds; ++round) {
    from[round] = (uint64_t)round;
    copy(to, from);
    if (to[round] != (uint64_t)round) return 1;
  }
  return 0;
}
