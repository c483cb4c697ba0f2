/* SPDX-License-Identifier: Apache-2.0 */
/* A program for opentitan-mini: the serial port and the timer by interrupts. What is typed comes
 * back in capitals. */

#include "bare.h"

enum {
  UART = 0x40000000,
  TIMER = 0x40100000,
  PLIC = 0x48000000,
};

enum {
  RX_WATERMARK = 2
};

static volatile uint32_t ticks;

void put(char c) {
  while ((*reg(UART + 0x14) & 1) != 0) {
  }
  *reg(UART + 0x1c) = (uint8_t)c;
}

static void start_uart(void) {
  /* 115200 * 2^20 / 24 MHz */
  *reg(UART + 0x10) = 5033u << 16 | 3;
  *reg(UART + 0x20) = 3; /* empty FIFOs, one character is enough */
  *reg(UART + 0x04) = 1u << 1;
  plic_enable(PLIC, RX_WATERMARK);
}

/* A tick each microsecond. */
static void start_timer(void) {
  *reg(TIMER + 0x10c) = 1u << 16 | 23;
  *reg(TIMER + 0x11c) = 0;
  *reg(TIMER + 0x118) = 10000;
  *reg(TIMER + 0x100) = 1;
  *reg(TIMER + 0x004) = 1;
}

static void handle_timer(void) {
  ++ticks;
  print("tick %u\n", ticks);
  *reg(TIMER + 0x118) += 10000;
  *reg(TIMER + 0x104) = 1;
  if (ticks == 3) *reg(TIMER + 0x004) = 0;
}

static void handle_external(void) {
  const unsigned source = plic_claim(PLIC);
  *reg(UART) = 1u << 1;
  while ((*reg(UART + 0x14) & 0x20) == 0) {
    const char c = (char)*reg(UART + 0x18);
    put(c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
  }
  plic_complete(PLIC, source);
}

__attribute__((interrupt("machine"), aligned(4))) void handle_trap(void) {
  switch (mcause() & 0xff) {
    case MACHINE_TIMER: handle_timer(); break;
    case MACHINE_EXTERNAL: handle_external(); break;
    default: print("trap %x\n", (uint32_t)mcause());
  }
}

int main(void) {
  start_uart();
  print("ibex\n");
  start_timer();
  CSR_SET(mie, 1u << MACHINE_TIMER | 1u << MACHINE_EXTERNAL);
  CSR_SET(mstatus, MSTATUS_MIE);
  for (;;)
    __asm__ volatile("wfi");
}
