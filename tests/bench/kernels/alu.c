// SPDX-License-Identifier: Apache-2.0
//
// Integer arithmetic in registers: xorshift, mixed with additions and rotations.

#include <stdint.h>

enum {
  kRounds = 60000000
};

int main(void) {
  uint64_t x = 88172645463325252u;
  uint64_t sum = 0;
  for (int i = 0; i < kRounds; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    sum += (x << 9 | x >> 55) ^ (sum >> 3);
  }
  return sum != UINT64_C(3881853931799694104);
}
