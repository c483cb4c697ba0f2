// SPDX-License-Identifier: Apache-2.0
//
// The sieve of Eratosthenes over bytes: short loops, loads, stores and branches.

#include <stdint.h>

enum {
  kLimit = 1 << 18,
  kRounds = 25
};

static uint8_t composite[kLimit];
volatile int sink;

int main(void) {
  for (int round = 0; round < kRounds; ++round) {
    int primes = 0;
    for (int i = 2; i < kLimit; ++i)
      composite[i] = 0;
    for (int i = 2; i < kLimit; ++i) {
      if (composite[i]) continue;
      ++primes;
      for (int j = i + i; j < kLimit; j += i)
        composite[j] = 1;
    }
    sink = primes;
  }
  return 0;
}
