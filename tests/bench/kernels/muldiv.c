// SPDX-License-Identifier: Apache-2.0
//
// Multiplications and divisions of integers, each of which needs the one before: powers and
// remainders.

#include <stdint.h>

enum {
  kRounds = 5000000
};

int main(void) {
  const uint64_t modulus = 1000000007;
  uint64_t power = 3;
  uint64_t sum = 0;
  for (int64_t i = 1; i <= kRounds; ++i) {
    power = power * 48271 % modulus;
    uint64_t upper = (uint64_t)((unsigned __int128)power * (sum | 1) >> 64);
    sum += power * (uint64_t)i + upper;
    sum ^= (uint64_t)((int64_t)sum / (2 * i + 1 - kRounds));
    sum += (uint32_t)sum % (uint32_t)i;
  }
  return sum != UINT64_C(9222292959435681980);
}
