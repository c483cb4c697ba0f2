// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/pmp.h"

#include <bit>

#include "generated/objects/riscv_hart.h"

#include "vm/riscv/cpu.h"

namespace vm::riscv {
namespace {

constexpr uint8_t kRead = 1;
constexpr uint8_t kWrite = 2;
constexpr uint8_t kExecute = 4;
constexpr uint8_t kLocked = 0x80;
constexpr uint64_t kAddressBits = (uint64_t{1} << 54) - 1;

enum class Match : uint8_t {
  Off,
  TopOfRange,
  Na4,
  Napot,
};

Match match_of(uint8_t config) {
  return static_cast<Match>(config >> 3 & 3);
}

uint8_t needed(Access access) {
  switch (access) {
    case Access::Read: return kRead;
    case Access::Write: return kWrite;
    case Access::Fetch: return kExecute;
  }
  return 0;
}

/// A locked entry of kind TOR also locks the address below it.
bool is_address_locked(const api::RiscvHartState& state, unsigned entry) {
  if (state.pmpcfg[entry] & kLocked) return true;
  if (entry + 1 == Pmp::kEntries) return false;
  const uint8_t above = state.pmpcfg[entry + 1];
  return (above & kLocked) && match_of(above) == Match::TopOfRange;
}

}  // namespace

void Pmp::update(const api::RiscvHartState& state) {
  count_ = 0;
  for (unsigned i = 0; i < kEntries; ++i) {
    const uint8_t config = state.pmpcfg[i];
    const uint64_t address = state.pmpaddr[i];
    const uint64_t base = address << 2;
    switch (match_of(config)) {
      case Match::Off: break;
      case Match::TopOfRange: {
        const uint64_t first = i == 0 ? 0 : state.pmpaddr[i - 1] << 2;
        if (first < base) entries_[count_++] = {first, base - 1, config};
        break;
      }
      case Match::Na4: entries_[count_++] = {base, base + 3, config}; break;
      case Match::Napot: {
        // yyy0111 is a region of 8 << 3 bytes.
        const unsigned ones = static_cast<unsigned>(std::countr_one(address));
        const uint64_t size = uint64_t{8} << ones;
        const uint64_t first = base & ~(size - 1);
        entries_[count_++] = {first, first + size - 1, config};
        break;
      }
    }
  }
}

bool Pmp::allows(uint64_t address, unsigned size, Access access, uint8_t privilege) const {
  const uint64_t last = address + size - 1;
  for (unsigned i = 0; i < count_; ++i) {
    const Entry& entry = entries_[i];
    if (last < entry.first || address > entry.last) continue;
    // 3.7.1.3: the entry with the lowest number that matches any byte must match all bytes.
    if (address < entry.first || last > entry.last) return false;
    if (privilege == kMachine && !(entry.config & kLocked)) return true;
    return (entry.config & needed(access)) != 0;
  }
  return privilege == kMachine;
}

bool Pmp::is_uniform(uint64_t page) const {
  const uint64_t last = page + kPageOffset;
  for (unsigned i = 0; i < count_; ++i) {
    const Entry& entry = entries_[i];
    if (last < entry.first || page > entry.last) continue;
    return page >= entry.first && last <= entry.last;
  }
  return true;
}

void write_pmpcfg(api::RiscvHartState& state, unsigned entry, uint8_t value) {
  if (state.pmpcfg[entry] & kLocked) return;
  value &= kLocked | 0x1f;
  // Writable but not readable is reserved (3.7.1): not written to.
  if ((value & (kRead | kWrite)) == kWrite) value &= static_cast<uint8_t>(~kWrite);
  state.pmpcfg[entry] = value;
}

void write_pmpaddr(api::RiscvHartState& state, unsigned entry, uint64_t value) {
  if (is_address_locked(state, entry)) return;
  state.pmpaddr[entry] = value & kAddressBits;
}

}  // namespace vm::riscv
