// SPDX-License-Identifier: Apache-2.0
//
// Pages that are not there until they are stored to, as an operating system lends out memory.

#include "system.h"

enum {
  kPages = 64,
  kRounds = 4000,
  kStorePageFault = 15
};

static uint64_t faults;

__attribute__((interrupt("supervisor"), aligned(4))) static void lend(void) {
  if (CSR_READ(scause) != kStorePageFault) return;
  uint64_t address = CSR_READ(stval);
  window_table[(address - WINDOW) / kPageSize] = pte((uint64_t)window_page, kPteData);
  flush_one((volatile void*)address);
  ++faults;
}

int main(void) {
  CSR_WRITE(medeleg, UINT64_C(1) << kStorePageFault);
  CSR_WRITE(stvec, (uint64_t)&lend);
  enter_supervisor_mode();
  for (int round = 0; round < kRounds; ++round) {
    for (int page = 0; page < kPages; ++page)
      window_table[page] = 0;
    flush_all();
    for (uint64_t page = 0; page < kPages; ++page)
      *window_at(page) = page;
  }
  return faults != kPages * kRounds;
}
