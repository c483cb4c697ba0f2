// SPDX-License-Identifier: Apache-2.0
//
// Reads and writes /dev/vda without caches, under Linux: 1 MiB after 1 MiB, then 4 KiB anywhere.
// Says on standard output where each part begins and ends. It needs no C library; system calls are
// those of Linux for RISC-V.

#include <stdint.h>

enum {
  kOpenat = 56,
  kWrite = 64,
  kPread = 67,
  kPwrite = 68,
  kExit = 93,
  kHere = -100,  // AT_FDCWD
  kReadWriteDirect = 2 | 040000,
};

enum {
  kLarge = 1 << 20,
  kSmall = 4096,
  kSequential = 64,  // MiB, all of the disk
  kRandom = 4000
};

static uint8_t buffer[kLarge] __attribute__((aligned(4096)));

static long call(long number, long a, long b, long c, long d) {
  register long a0 __asm__("a0") = a;
  register long a1 __asm__("a1") = b;
  register long a2 __asm__("a2") = c;
  register long a3 __asm__("a3") = d;
  register long a7 __asm__("a7") = number;
  __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a2), "r"(a3), "r"(a7) : "memory");
  return a0;
}

static void stop(int status) {
  for (;;)
    call(kExit, status, 0, 0, 0);
}

static void say(const char* text) {
  long length = 0;
  while (text[length])
    ++length;
  call(kWrite, 1, (long)text, length, 0);
}

static void transfer(long number, long disk, long size, uint64_t offset) {
  if (call(number, disk, (long)buffer, size, (long)offset) != size) stop(1);
}

static void sequential(long number, long disk) {
  for (uint64_t i = 0; i < kSequential; ++i)
    transfer(number, disk, kLarge, i * kLarge);
}

static void anywhere(long number, long disk) {
  uint64_t x = 88172645463325252u;
  for (int i = 0; i < kRandom; ++i) {
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    transfer(number, disk, kSmall, x % (kSequential * (kLarge / kSmall)) * kSmall);
  }
}

void _start(void) {
  long disk = call(kOpenat, kHere, (long)"/dev/vda", kReadWriteDirect, 0);
  if (disk < 0) stop(1);
  say("@sequential read\n");
  sequential(kPread, disk);
  say("@sequential write\n");
  sequential(kPwrite, disk);
  say("@random read\n");
  anywhere(kPread, disk);
  say("@random write\n");
  anywhere(kPwrite, disk);
  say("@disk done\n");
  stop(0);
}
