// SPDX-License-Identifier: Apache-2.0
//
// Physical memory protection: privileged spec 20240411, section 3.7. 16 entries, granularity 4
// bytes.

#pragma once

#include <array>
#include <cstdint>

#include "vm/riscv/mmu.h"

namespace api {
struct RiscvHartState;
}  // namespace api

namespace vm::riscv {

class Pmp {
 public:
  static constexpr unsigned kEntries = 16;

  /// To be called when pmpcfg or pmpaddr has changed.
  void update(const api::RiscvHartState& state);

  /// Whether all of [address, address + size) may be accessed at a privilege.
  bool allows(uint64_t address, unsigned size, Access access, uint8_t privilege) const;

  /// Whether the answer is the same for all bytes of the page at `address`.
  bool is_uniform(uint64_t page) const;

 private:
  struct Entry {
    uint64_t first;
    uint64_t last;
    uint8_t config;
  };

  std::array<Entry, kEntries> entries_{};  // those that are on, in order
  unsigned count_ = 0;
};

// Writes with the rules of locked entries (3.7.1.2) and of reserved combinations.
void write_pmpcfg(api::RiscvHartState& state, unsigned entry, uint8_t value);
void write_pmpaddr(api::RiscvHartState& state, unsigned entry, uint64_t value);

}  // namespace vm::riscv
