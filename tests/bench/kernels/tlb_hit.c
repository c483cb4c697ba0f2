// SPDX-License-Identifier: Apache-2.0
//
// Loads and stores in supervisor mode, in 128 pages again and again.

#include "system.h"

enum {
  kPages = 128,
  kRounds = 400000
};

int main(void) {
  enter_supervisor_mode();
  *window_at(0) = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (uint64_t page = 0; page < kPages; page += 4) {
      *window_at(page) += 1;
      *window_at(page + 1) += 2;
      *window_at(page + 2) += 3;
      *window_at(page + 3) += 4;
    }
  }
  return *window_at(0) != kRounds * (kPages / 4) * UINT64_C(10);
}
