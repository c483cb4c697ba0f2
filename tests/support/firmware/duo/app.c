/* SPDX-License-Identifier: Apache-2.0 */
/* The application side: asks for a text to be reversed, and powers off when it is. */

#include "mailbox.h"

enum {
  TEST = 0x00100000,
  PLIC = 0x0c000000,
  UART = 0x10000000,
};

enum {
  MAILBOX_SOURCE = 1
};

static const char question[] = "gulpdloc";

void put(char c) {
  *(volatile uint8_t*)UART = (uint8_t)c;
}

__attribute__((interrupt("machine"), aligned(4))) void handle_trap(void) {
  if ((mcause() & 0xff) != MACHINE_EXTERNAL) {
    print("trap %x\n", (uint32_t)mcause());
    *reg(TEST) = 1u << 16 | 0x3333;
  }
  const unsigned source = plic_claim(PLIC);
  const uint32_t length = receive(ANSWER);
  print("app: source %u, %u letters: %s\n", source, length, (const char*)SHARED);
  plic_complete(PLIC, source);
  *reg(TEST) = 0x5555;
}

int main(void) {
  char* shared = (char*)SHARED;
  for (unsigned i = 0; i < sizeof question; ++i)
    shared[i] = question[i];
  plic_enable(PLIC, MAILBOX_SOURCE);
  listen(ANSWER);
  CSR_SET(mie, 1u << MACHINE_EXTERNAL);
  CSR_SET(mstatus, MSTATUS_MIE);
  print("app: rv%u asks\n", (uint32_t)(8 * sizeof(void*)));
  send(QUESTION, sizeof question - 1);
  for (;;)
    __asm__ volatile("wfi");
}
