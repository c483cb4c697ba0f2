// SPDX-License-Identifier: Apache-2.0
//
// Loads and stores in supervisor mode all over 8192 pages, more than a TLB holds.

#include "system.h"

enum {
  kStep = 3391,  // odd, so that all pages are reached
  kRounds = 400
};

int main(void) {
  enter_supervisor_mode();
  *window_at(0) = 0;
  uint64_t page = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (int i = 0; i < kWindowPages; ++i) {
      *window_at(page) += 1;
      page = (page + kStep) % kWindowPages;
    }
  }
  return *window_at(0) != UINT64_C(1) * kRounds * kWindowPages;
}
