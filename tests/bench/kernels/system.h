// SPDX-License-Identifier: Apache-2.0
//
// What kernels of system paths share: control registers, and supervisor mode over a window of pages
// (privileged spec 20240411, chapter 10).

#pragma once

#include <stdint.h>

#define CSR_READ(name)                                     \
  ({                                                       \
    uint64_t csr_value;                                    \
    __asm__ volatile("csrr %0, " #name : "=r"(csr_value)); \
    csr_value;                                             \
  })
#define CSR_WRITE(name, value) __asm__ volatile("csrw " #name ", %0" ::"r"(value) : "memory")
#define CSR_SET(name, bits) __asm__ volatile("csrs " #name ", %0" ::"r"(bits) : "memory")
#define CSR_CLEAR(name, bits) __asm__ volatile("csrc " #name ", %0" ::"r"(bits) : "memory")

enum {
  kPageSize = 4096,
  kPteValid = 1 << 0,
  kPteRead = 1 << 1,
  kPteWrite = 1 << 2,
  kPteExecute = 1 << 3,
  kPteAccessed = 1 << 6,
  kPteDirty = 1 << 7,
  kPteData = kPteValid | kPteRead | kPteWrite | kPteAccessed | kPteDirty,
};

/// Where the window is: a gigabyte below memory.
#define WINDOW UINT64_C(0x40000000)

enum {
  kEntries = 512,
  kWindowTables = 16,
  kWindowPages = kWindowTables * kEntries,
};

static uint64_t root_table[kEntries] __attribute__((aligned(4096)));
static uint64_t middle_table[kEntries] __attribute__((aligned(4096)));
static uint64_t window_table[kWindowPages] __attribute__((aligned(4096)));

/// The physical page behind all of the window's pages, so that caches of the host are not what is
/// measured.
static uint64_t window_page[kPageSize / sizeof(uint64_t)] __attribute__((aligned(4096)));

static inline uint64_t pte(uint64_t physical, uint64_t flags) {
  return physical >> 12 << 10 | flags;
}

/// Registers and memory where they are, in gigabytes, and the window in pages.
static inline void make_tables(void) {
  root_table[0] = pte(0, kPteData);
  root_table[1] = pte((uint64_t)middle_table, kPteValid);
  root_table[2] = pte(0x80000000, kPteData | kPteExecute);
  for (int i = 0; i < kWindowTables; ++i)
    middle_table[i] = pte((uint64_t)&window_table[i * kEntries], kPteValid);
  for (int i = 0; i < kWindowPages; ++i)
    window_table[i] = pte((uint64_t)window_page, kPteData);
}

static inline volatile uint64_t* window_at(uint64_t page) {
  return (volatile uint64_t*)(WINDOW + page * kPageSize);
}

static inline void flush_all(void) {
  __asm__ volatile("sfence.vma" ::: "memory");
}

static inline void flush_one(volatile void* address) {
  __asm__ volatile("sfence.vma %0" ::"r"(address) : "memory");
}

/// The rest of the program runs in supervisor mode with Sv39.
static inline void enter_supervisor_mode(void) {
  make_tables();
  CSR_WRITE(pmpaddr0, ~UINT64_C(0) >> 10);
  CSR_WRITE(pmpcfg0, UINT64_C(0x1f));  // NAPOT, everything
  CSR_WRITE(satp, UINT64_C(8) << 60 | (uint64_t)root_table >> 12);
  flush_all();
  CSR_CLEAR(mstatus, UINT64_C(3) << 11);
  CSR_SET(mstatus, UINT64_C(1) << 11);  // MPP: supervisor
  __asm__ volatile(
      "la t0, 1f\n"
      "csrw mepc, t0\n"
      "mret\n"
      "1:" ::
          : "t0", "memory"
  );
}
