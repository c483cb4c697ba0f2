// SPDX-License-Identifier: Apache-2.0
//
// Atomic instructions: a lock taken and released, counters in one instruction and by reservation.

#include <stdint.h>

enum {
  kRounds = 10000000
};

static uint32_t lock;
static uint64_t total, most;

static void add_by_reservation(uint64_t* to, uint64_t value) {
  uint64_t old, failed;
  do {
    __asm__ volatile("lr.d %0, %1" : "=r"(old), "+A"(*to)::"memory");
    __asm__ volatile("sc.d %0, %2, %1" : "=&r"(failed), "+A"(*to) : "r"(old + value) : "memory");
  } while (failed);
}

int main(void) {
  for (uint64_t i = 0; i < kRounds; ++i) {
    while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) {
    }
    __atomic_fetch_add(&total, 2, __ATOMIC_RELAXED);
    __asm__ volatile("amomaxu.d zero, %1, %0" : "+A"(most) : "r"(i));
    add_by_reservation(&total, 1);
    __atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
  }
  return total != 3 * kRounds || most != kRounds - 1;
}
