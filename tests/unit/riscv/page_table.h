// SPDX-License-Identifier: Apache-2.0
//
// Bits of page-table entries and the exceptions that come of them: privileged spec 20240411, 10.3.1
// and 3.1.15.

#pragma once

#include <cstdint>

namespace vm::riscv {

constexpr uint64_t kV = 1;
constexpr uint64_t kR = 2;
constexpr uint64_t kW = 4;
constexpr uint64_t kX = 8;
constexpr uint64_t kU = 16;
constexpr uint64_t kA = 64;
constexpr uint64_t kD = 128;

constexpr uint64_t kFetchPageFault = 12;
constexpr uint64_t kLoadPageFault = 13;
constexpr uint64_t kStorePageFault = 15;

/// The same in all modes: the page number begins at bit 10.
constexpr uint64_t page_table_entry(uint64_t physical, uint64_t bits) {
  return physical >> 12 << 10 | bits;
}

}  // namespace vm::riscv
