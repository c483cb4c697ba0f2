// SPDX-License-Identifier: Apache-2.0
//
// Calls from supervisor mode to machine mode and back.

#include "system.h"

enum {
  kCalls = 1000000
};

/// Adds one to a0.
__attribute__((naked, aligned(4))) static void serve(void) {
  __asm__ volatile(
      "csrrw t0, mscratch, t0\n"
      "csrr t0, mepc\n"
      "addi t0, t0, 4\n"
      "csrw mepc, t0\n"
      "addi a0, a0, 1\n"
      "csrrw t0, mscratch, t0\n"
      "mret\n"
  );
}

int main(void) {
  CSR_WRITE(mtvec, (uint64_t)&serve);
  enter_supervisor_mode();
  register uint64_t count __asm__("a0") = 0;
  for (int i = 0; i < kCalls; ++i)
    __asm__ volatile("ecall" : "+r"(count)::"memory");
  return count != kCalls;
}
