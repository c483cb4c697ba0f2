// SPDX-License-Identifier: Apache-2.0
//
// Code that is written and then called, again and again: addi a0, a0, N; ret.

#include <stdint.h>

enum {
  kRounds = 50000,
  kFunctions = 4
};

static uint32_t code[kFunctions][2] __attribute__((aligned(64)));

static uint32_t addi_a0(uint32_t value) {
  return value << 20 | 10 << 15 | 10 << 7 | 0x13;
}

int main(void) {
  for (int i = 0; i < kFunctions; ++i)
    code[i][1] = 0x00008067;  // ret
  uint64_t sum = 0, expected = 0;
  for (uint32_t round = 0; round < kRounds; ++round) {
    for (uint32_t i = 0; i < kFunctions; ++i)
      code[i][0] = addi_a0((round + i) % 1024);
    __asm__ volatile("fence.i" ::: "memory");
    for (uint32_t i = 0; i < kFunctions; ++i) {
      sum = ((uint64_t(*)(uint64_t))code[i])(sum);
      expected += (round + i) % 1024;
    }
  }
  return sum != expected;
}
