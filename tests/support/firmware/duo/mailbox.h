/* SPDX-License-Identifier: Apache-2.0 */
/* What the two processors of `duo` agree on. A word in the mailbox says how long the text in the
 * shared window is. */

#pragma once

#include "../common/bare.h"

enum {
  MAILBOX = 0x60000000,
  SHARED = 0x70000000,
};

/* Channel 0 asks, channel 1 answers. */
enum {
  QUESTION = 0,
  ANSWER = 1
};

static inline uint32_t channel(unsigned number) {
  return MAILBOX + 16 * number;
}

static inline void send(unsigned number, uint32_t word) {
  while ((*reg(channel(number) + 8) & 2) == 0) {
  }
  *reg(channel(number)) = word;
}

static inline uint32_t receive(unsigned number) {
  return *reg(channel(number) + 4);
}

/* The other side's words of that channel interrupt from now on. */
static inline void listen(unsigned number) {
  *reg(channel(number) + 12) = 1;
}
