// SPDX-License-Identifier: Apache-2.0
//
// A walk along pointers that jump through 4 MiB: one load waits for the one before.

#include <stdint.h>

enum {
  kNodes = 1 << 16,
  kSteps = 10000000,
  kStride = 40503
};

struct node {
  struct node* next;
  uint64_t padding[7];
};

static struct node nodes[kNodes];

int main(void) {
  // A step that is odd reaches every node of a power of two before it comes back.
  for (uint32_t i = 0; i < kNodes; ++i)
    nodes[i].next = &nodes[(i + kStride) % kNodes];
  struct node* at = nodes;
  for (int step = 0; step < kSteps; ++step)
    at = at->next;
  return at != &nodes[(uint64_t)kSteps * kStride % kNodes];
}
