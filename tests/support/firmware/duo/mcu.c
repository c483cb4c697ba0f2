/* SPDX-License-Identifier: Apache-2.0 */
/* The microcontroller's side: reverses each text that it is asked to. */

#include "mailbox.h"

enum {
  PLIC = 0x0c000000,
  UART0 = 0x10013000,
};

enum {
  MAILBOX_SOURCE = 52
};

void put(char c) {
  while (*reg(UART0) >> 31 != 0) {
  }
  *reg(UART0) = (uint8_t)c;
}

static void reverse(char* text, uint32_t length) {
  for (uint32_t i = 0; i < length / 2; ++i) {
    const char c = text[i];
    text[i] = text[length - 1 - i];
    text[length - 1 - i] = c;
  }
}

__attribute__((interrupt("machine"), aligned(4))) void handle_trap(void) {
  if ((mcause() & 0xff) != MACHINE_EXTERNAL) print("trap %x\n", (uint32_t)mcause());
  const unsigned source = plic_claim(PLIC);
  const uint32_t length = receive(QUESTION);
  print("mcu: source %u, %u letters: %s\n", source, length, (const char*)SHARED);
  reverse((char*)SHARED, length);
  plic_complete(PLIC, source);
  send(ANSWER, length);
}

int main(void) {
  *reg(UART0 + 0x08) = 1;
  print("mcu: rv%u listens\n", (uint32_t)(8 * sizeof(void*)));
  plic_enable(PLIC, MAILBOX_SOURCE);
  listen(QUESTION);
  CSR_SET(mie, 1u << MACHINE_EXTERNAL);
  CSR_SET(mstatus, MSTATUS_MIE);
  for (;;)
    __asm__ volatile("wfi");
}
