// SPDX-License-Identifier: Apache-2.0
//
// Integer arithmetic in registers: xorshift, mixed with additions and rotations.

#include <stdint.h>

volatile uint64_t sink;

int main(void) {
  uint64_t x = 88172645463325252u;
  uint64_t sum = 0;
  for (int i = 0; i < 10000000; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    sum += (x << 9 | x >> 55) ^ (sum >> 3);
  }
  sink = sum;
  return 0;
}
