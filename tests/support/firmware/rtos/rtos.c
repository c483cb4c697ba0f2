/* SPDX-License-Identifier: Apache-2.0 */

#include "rtos.h"

#include "bare.h"

enum {
  REGISTERS =
      34, /* what switch.S keeps: 31 registers, mepc, mstatus, and a word for the alignment */
  SAVED_MEPC = 31,
  SAVED_MSTATUS = 32,
  MACHINE_CALL = 11,
  CALL_BYTES = 4
};
#define MSTATUS_MPIE 0x80
#define MSTATUS_MPP_MACHINE 0x1800
#define INTERRUPT ((uintptr_t)1 << (sizeof(uintptr_t) * 8 - 1))

struct task {
  uintptr_t* frame; /* of saved registers, on its stack */
  unsigned priority;
  uint32_t wakes_at;     /* a tick, while it sleeps */
  const void* waits_for; /* a queue on which something has to happen */
  int sleeps;
};

static struct task tasks[MOST_TASKS];
static uintptr_t stacks[MOST_TASKS][STACK_WORDS];
static unsigned task_count;
static unsigned current;
static volatile uint32_t ticks;
static const struct board* here;
static uint64_t next_tick;

/* In switch.S: go on where the frame was saved. */
void resume(uintptr_t* frame) __attribute__((noreturn));

void task_create(void (*body)(void), unsigned priority) {
  struct task* task = &tasks[task_count];
  task->frame = &stacks[task_count++][STACK_WORDS - REGISTERS];
  task->frame[SAVED_MEPC] = (uintptr_t)body;
  task->frame[SAVED_MSTATUS] = MSTATUS_MPP_MACHINE | MSTATUS_MPIE;
  task->priority = priority;
}

/* The most important task that is ready; of several, the next after the present one. */
static unsigned choose(void) {
  unsigned best = task_count;
  for (unsigned i = 1; i <= task_count; ++i) {
    unsigned candidate = (current + i) % task_count;
    const struct task* task = &tasks[candidate];
    if (task->sleeps || task->waits_for != 0) continue;
    if (best == task_count || task->priority > tasks[best].priority) best = candidate;
  }
  return best;
}

static void set_timer(void) {
  next_tick += here->timebase_hz / here->ticks_per_s;
  /* Both halves, so that no moment in between looks like one in the past. */
  *reg(here->clint + 0x4004) = UINT32_MAX;
  *reg(here->clint + 0x4000) = (uint32_t)next_tick;
  *reg(here->clint + 0x4004) = (uint32_t)(next_tick >> 32);
}

static void tick(void) {
  ++ticks;
  set_timer();
  for (unsigned i = 0; i < task_count; ++i) {
    if (tasks[i].sleeps && tasks[i].wakes_at == ticks) tasks[i].sleeps = 0;
  }
}

/* From switch.S, with what was saved; gives what is to go on. */
uintptr_t* rtos_trap(uintptr_t* frame) {
  tasks[current].frame = frame;
  if (mcause() == (INTERRUPT | MACHINE_TIMER)) {
    tick();
  } else if (mcause() == MACHINE_CALL) {
    frame[SAVED_MEPC] += CALL_BYTES;
  } else {
    print("rtos: trap %x at %x\n", (uint32_t)mcause(), (uint32_t)frame[SAVED_MEPC]);
    for (;;) {
    }
  }
  current = choose();
  return tasks[current].frame;
}

/* What has no task to run has at least this. */
static void idle(void) {
  for (;;)
    __asm__ volatile("wfi");
}

void rtos_start(const struct board* board) {
  task_create(idle, 0);
  here = board;
  next_tick = *reg(here->clint + 0xbff8) | (uint64_t)*reg(here->clint + 0xbffc) << 32;
  set_timer();
  CSR_SET(mie, 1 << MACHINE_TIMER);
  current = task_count - 1;
  current = choose();
  resume(tasks[current].frame);
}

static void yield(void) {
  __asm__ volatile("ecall" ::: "memory");
}

static void begin(void) {
  CSR_CLEAR(mstatus, MSTATUS_MIE);
}

static void end(void) {
  CSR_SET(mstatus, MSTATUS_MIE);
}

uint32_t ticks_now(void) {
  return ticks;
}

void sleep_ticks(uint32_t duration) {
  begin();
  tasks[current].wakes_at = ticks + duration;
  tasks[current].sleeps = 1;
  yield();
  end();
}

static void wait_at(const struct queue* queue) {
  tasks[current].waits_for = queue;
  yield();
}

static void wake_those_at(const struct queue* queue) {
  for (unsigned i = 0; i < task_count; ++i) {
    if (tasks[i].waits_for == queue) tasks[i].waits_for = 0;
  }
  yield(); /* to one of them, if that is more important */
}

void queue_send(struct queue* queue, uint32_t item) {
  begin();
  while (queue->count == QUEUE_LENGTH)
    wait_at(queue);
  queue->items[(queue->first + queue->count++) % QUEUE_LENGTH] = item;
  wake_those_at(queue);
  end();
}

uint32_t queue_receive(struct queue* queue) {
  begin();
  while (queue->count == 0)
    wait_at(queue);
  uint32_t item = queue->items[queue->first];
  queue->first = (queue->first + 1) % QUEUE_LENGTH;
  --queue->count;
  wake_those_at(queue);
  end();
  return item;
}
