/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tasks that depend on each other, on the machine virt: one makes numbers and one adds them up, one
 * keeps the time, and two compute without ever giving way.
 */

#include "bare.h"
#include "rtos.h"

enum {
  UART = 0x10000000,
  UART_LINE_STATUS = UART + 5,
  UART_READY = 0x20,
  TEST = 0x100000,
  TEST_PASS = 0x5555,
  NUMBERS = 1000,
  TICKS = 5,
  TICK_LENGTH = 2,
  STEPS_BETWEEN_LOOKS = 1000
};

static const struct board VIRT = {.clint = 0x2000000, .timebase_hz = 10000000, .ticks_per_s = 100};

static struct queue numbers;
static struct queue results;
static volatile uint32_t steps[2];
static volatile uint32_t values[2];

void put(char c) {
  while ((*(volatile uint8_t*)UART_LINE_STATUS & UART_READY) == 0) {
  }
  *(volatile uint8_t*)UART = (uint8_t)c;
}

static uint32_t next(uint32_t value) {
  return value * 1664525u + 1013904223u;
}

/* Keeps what it works on in registers, and notes how far it has come. */
static void compute(unsigned which) {
  uint32_t value = which;
  for (uint32_t done = 0;; done += STEPS_BETWEEN_LOOKS) {
    /* The two notes belong together: whoever reads them is more important, and not in between. */
    CSR_CLEAR(mstatus, MSTATUS_MIE);
    steps[which] = done;
    values[which] = value;
    CSR_SET(mstatus, MSTATUS_MIE);
    for (unsigned i = 0; i < STEPS_BETWEEN_LOOKS; ++i)
      value = next(value);
  }
}

static void compute_first(void) {
  compute(0);
}

static void compute_second(void) {
  compute(1);
}

static void make_numbers(void) {
  for (uint32_t i = 1; i <= NUMBERS; ++i) {
    queue_send(&numbers, i);
    if (i % 100 == 0) sleep_ticks(3);
  }
  for (;;)
    sleep_ticks(1000);
}

static void add_numbers(void) {
  uint32_t sum = 0;
  for (uint32_t i = 1; i <= NUMBERS; ++i)
    sum += queue_receive(&numbers);
  queue_send(&results, sum);
  for (;;)
    sleep_ticks(1000);
}

static void keep_time(void) {
  for (uint32_t i = 1; i <= TICKS; ++i) {
    const uint32_t before = ticks_now();
    sleep_ticks(TICK_LENGTH);
    print("time %u: %u ticks\n", i, ticks_now() - before);
  }
  queue_send(&results, TICKS);
  for (;;)
    sleep_ticks(1000);
}

static int is_right(unsigned which) {
  uint32_t value = which;
  for (uint32_t i = 0; i < steps[which]; ++i)
    value = next(value);
  return value == values[which] && steps[which] > 0;
}

static void report(void) {
  const uint32_t first = queue_receive(&results);
  const uint32_t second = queue_receive(&results);
  /* A host that is busy may have given us too little time for both to have come far. */
  while (steps[0] == 0 || steps[1] == 0)
    sleep_ticks(1);
  print("sum %u\n", first == TICKS ? second : first);
  print("computed right: %u %u\n", (uint32_t)is_right(0), (uint32_t)is_right(1));
  *reg(TEST) = TEST_PASS;
  for (;;)
    sleep_ticks(1000);
}

int main(void) {
  print("rtos\n");
  task_create(compute_first, 1);
  task_create(compute_second, 1);
  task_create(make_numbers, 2);
  task_create(add_numbers, 3);
  task_create(keep_time, 4);
  task_create(report, 5);
  rtos_start(&VIRT);
}
