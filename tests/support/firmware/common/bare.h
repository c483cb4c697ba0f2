/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests' programs for bare machines have in common. */

#pragma once

#include <stdint.h>

static inline volatile uint32_t* reg(uintptr_t at) {
  return (volatile uint32_t*)at;
}

#define CSR_SET(name, bits) __asm__ volatile("csrs " #name ", %0" ::"r"((uintptr_t)(bits)))
#define CSR_CLEAR(name, bits) __asm__ volatile("csrc " #name ", %0" ::"r"((uintptr_t)(bits)))

static inline uintptr_t mcause(void) {
  uintptr_t value;
  __asm__ volatile("csrr %0, mcause" : "=r"(value));
  return value;
}

/* Interrupts by their bits in mie and their numbers in mcause. */
enum {
  MACHINE_TIMER = 7,
  MACHINE_EXTERNAL = 11
};
#define MSTATUS_MIE 8

/* From the board. */
void put(char c);
void handle_trap(void);

/* %s, %u (uint32_t), %x (uint32_t) and %c. */
void print(const char* format, ...);

/* A PLIC with one context that matters. */
void plic_enable(uintptr_t plic, unsigned source);
unsigned plic_claim(uintptr_t plic);
void plic_complete(uintptr_t plic, unsigned source);
