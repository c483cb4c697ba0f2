// SPDX-License-Identifier: Apache-2.0
//
// Flushes of all translations and of single ones, with a few pages accessed in between.

#include "system.h"

enum {
  kPages = 16,
  kRounds = 100000
};

int main(void) {
  enter_supervisor_mode();
  *window_at(0) = 0;
  for (int round = 0; round < kRounds; ++round) {
    if (round % 4 == 0) {
      flush_all();
    } else {
      flush_one(window_at((uint64_t)round % kPages));
    }
    for (uint64_t page = 0; page < kPages; ++page)
      *window_at(page) += 1;
  }
  return *window_at(0) != UINT64_C(1) * kRounds * kPages;
}
