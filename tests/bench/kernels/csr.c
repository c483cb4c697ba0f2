// SPDX-License-Identifier: Apache-2.0
//
// Control and status registers, as a kernel of an operating system uses them: interrupts off and on
// again, a scratch register exchanged, causes and addresses read.

#include "system.h"

enum {
  kRounds = 1000000
};

int main(void) {
  enter_supervisor_mode();
  uint64_t sum = 0;
  for (uint64_t i = 0; i < kRounds; ++i) {
    CSR_CLEAR(sstatus, UINT64_C(2));
    CSR_WRITE(sscratch, i);
    CSR_WRITE(sepc, i << 2);
    sum += CSR_READ(sscratch) + CSR_READ(sepc) + CSR_READ(scause);
    CSR_SET(sstatus, UINT64_C(2));
  }
  return sum != UINT64_C(5) * kRounds * (kRounds - 1) / 2;
}
