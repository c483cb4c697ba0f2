/* SPDX-License-Identifier: Apache-2.0 */
/* A program for the FE310, put together as those of the vendor's kit are: it sets the clocks up,
   computes the baud rate from them, and then lives on interrupts. What is typed comes back in
   capitals; `l` lights the lamp, `w` lets the watchdog bite. */

#include "bare.h"

enum {
  CLINT = 0x02000000,
  PLIC = 0x0c000000,
  AON = 0x10000000,
  PRCI = 0x10008000,
  GPIO = 0x10012000,
  UART0 = 0x10013000,
};

enum {
  UART0_SOURCE = 3,
  GPIO_SOURCE = 8
};
enum {
  LAMP = 5,
  SENSOR = 6
};
enum {
  CRYSTAL_HZ = 16000000,
  TICKS = 328 /* 10 ms at 32768 Hz */
};

static volatile uint32_t ticks;

void put(char c) {
  while (*reg(UART0) >> 31 != 0) {
  }
  *reg(UART0) = (uint8_t)c;
}

/* The crystal, divided by 2, multiplied by 64, divided by 2. */
static void start_pll(void) {
  *reg(PRCI + 0x4) = 1u << 30;
  while (*reg(PRCI + 0x4) >> 31 == 0) {
  }
  *reg(PRCI + 0xc) = 1u << 8;
  *reg(PRCI + 0x8) = 1u << 18 | 1u << 17 | 1u << 10 | 31u << 4 | 1;
  *reg(PRCI + 0x8) &= ~(1u << 18);
  while (*reg(PRCI + 0x8) >> 31 == 0) {
  }
  *reg(PRCI + 0x8) |= 1u << 16;
}

static uint32_t core_hz(void) {
  const uint32_t pll = *reg(PRCI + 0x8);
  return CRYSTAL_HZ / ((pll & 7) + 1) * 2 * ((pll >> 4 & 0x3f) + 1) >> (pll >> 10 & 3);
}

static void start_uart(uint32_t hz) {
  *reg(UART0 + 0x18) = hz / 115200 - 1;
  *reg(UART0 + 0x08) = 1;
  *reg(UART0 + 0x0c) = 1;
  *reg(UART0 + 0x10) = 2; /* the receiver has more than 0 characters */
  plic_enable(PLIC, UART0_SOURCE);
}

static void start_gpio(void) {
  *reg(GPIO + 0x08) = 1u << LAMP;
  *reg(GPIO + 0x04) = 1u << SENSOR;
  *reg(GPIO + 0x18) = 1u << SENSOR;
  plic_enable(PLIC, GPIO_SOURCE + SENSOR);
}

static uint64_t mtime(void) {
  uint32_t high;
  uint32_t low;
  do {
    high = *reg(CLINT + 0xbffc);
    low = *reg(CLINT + 0xbff8);
  } while (high != *reg(CLINT + 0xbffc));
  return (uint64_t)high << 32 | low;
}

static void set_timer(void) {
  const uint64_t when = mtime() + TICKS;
  *reg(CLINT + 0x4004) = UINT32_MAX;
  *reg(CLINT + 0x4000) = (uint32_t)when;
  *reg(CLINT + 0x4004) = (uint32_t)(when >> 32);
}

static void write_watchdog(uint32_t offset, uint32_t value) {
  *reg(AON + 0x1c) = 0x51f15e;
  *reg(AON + offset) = value;
}

static void release_watchdog(void) {
  print("watchdog\n");
  write_watchdog(0x20, 33); /* 1 ms */
  write_watchdog(0x08, 0);
  write_watchdog(0x00, 1u << 12 | 1u << 8);
}

static void take(char c) {
  if (c == 'l') {
    *reg(GPIO + 0x0c) ^= 1u << LAMP;
  } else if (c == 'w') {
    release_watchdog();
  } else {
    put(c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
  }
}

static void handle_external(void) {
  const unsigned source = plic_claim(PLIC);
  if (source == UART0_SOURCE) {
    uint32_t word;
    while ((word = *reg(UART0 + 0x04)) >> 31 == 0)
      take((char)word);
  } else if (source == GPIO_SOURCE + SENSOR) {
    *reg(GPIO + 0x1c) = 1u << SENSOR;
    print("sensor %u\n", *reg(GPIO) >> SENSOR & 1);
  } else {
    print("source %u\n", source);
  }
  plic_complete(PLIC, source);
}

__attribute__((interrupt("machine"), aligned(4))) void handle_trap(void) {
  switch (mcause() & 0xff) {
    case MACHINE_TIMER:
      ++ticks;
      if (ticks <= 3) print("tick %u\n", ticks);
      set_timer();
      break;
    case MACHINE_EXTERNAL: handle_external(); break;
    default: print("trap %x\n", (uint32_t)mcause());
  }
}

int main(void) {
  start_pll();
  start_uart(core_hz());
  print("fe310 at %u Hz, divisor %u\n", core_hz(), *reg(UART0 + 0x18));
  start_gpio();
  set_timer();
  CSR_SET(mie, 1u << MACHINE_TIMER | 1u << MACHINE_EXTERNAL);
  CSR_SET(mstatus, MSTATUS_MIE);
  for (;;)
    __asm__ volatile("wfi");
}
