// SPDX-License-Identifier: Apache-2.0
//
// Registers of a device: the scratch register of the uart written and read back, and its line
// status polled.

#include <stdint.h>

enum {
  kRounds = 1000000,
  kLineStatus = 5,
  kScratch = 7,
  kTransmitterEmpty = 0x20
};

int main(void) {
  volatile uint8_t* uart = (volatile uint8_t*)0x10000000;
  uint64_t sum = 0;
  for (int i = 0; i < kRounds; ++i) {
    uart[kScratch] = (uint8_t)i;
    sum += (uint8_t)(uart[kScratch] - i);
    sum += (uart[kLineStatus] & kTransmitterEmpty) == 0;
  }
  return sum != 0;
}
