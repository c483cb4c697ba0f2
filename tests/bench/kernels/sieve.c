// SPDX-License-Identifier: Apache-2.0
//
// The sieve of Eratosthenes over bytes: short loops, loads, stores and branches.

#include <stdint.h>

enum {
  kLimit = 1 << 18,
  kRounds = 100,
  kPrimes = 23000  // below the limit
};

static uint8_t composite[kLimit];

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
    if (primes != kPrimes) return 1;
  }
  return 0;
}
