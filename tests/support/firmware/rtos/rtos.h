/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A small operating system of the kind that runs on microcontrollers: tasks with priorities, taken
 * from each other by the timer, that sleep, and wait for each other at queues.
 */

#pragma once

#include <stdint.h>

enum {
  MOST_TASKS = 8,
  STACK_WORDS = 512,
  QUEUE_LENGTH = 4
};

/* Registers of the machine. */
struct board {
  uintptr_t clint;
  uint32_t timebase_hz;
  uint32_t ticks_per_s;
};

struct queue {
  uint32_t items[QUEUE_LENGTH];
  unsigned first;
  unsigned count;
};

/* A task runs before all with a lower priority, and in turn with those of its own. It never
 * returns. */
void task_create(void (*body)(void), unsigned priority);

/* Begins with the most important task; does not return. */
void rtos_start(const struct board* board) __attribute__((noreturn));

uint32_t ticks_now(void);
void sleep_ticks(uint32_t ticks);

/* Wait for room, or for an item. */
void queue_send(struct queue* queue, uint32_t item);
uint32_t queue_receive(struct queue* queue);
