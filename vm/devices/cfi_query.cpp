// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/cfi_query.h"

#include <bit>

namespace vm {
namespace {

constexpr unsigned kQry = 0x10;
constexpr unsigned kPrimarySet = 0x13;
constexpr unsigned kPrimaryTableAt = 0x15;
constexpr unsigned kVccMin = 0x1b;
constexpr unsigned kVccMax = 0x1c;
constexpr unsigned kTypicalWord = 0x1f;
constexpr unsigned kTypicalBuffer = 0x20;
constexpr unsigned kTypicalErase = 0x21;
constexpr unsigned kLongestWord = 0x23;
constexpr unsigned kLongestBuffer = 0x24;
constexpr unsigned kLongestErase = 0x25;
constexpr unsigned kSize = 0x27;
constexpr unsigned kInterface = 0x28;
constexpr unsigned kBufferSize = 0x2a;
constexpr unsigned kRegions = 0x2c;
constexpr unsigned kBlocks = 0x2d;
constexpr unsigned kBlockSize = 0x2f;
constexpr unsigned kPrimaryTable = 0x31;
constexpr unsigned kBestVcc = 0x3d;

constexpr uint8_t kIntelExtended = 1;

// Volts and tenths, in BCD.
constexpr uint8_t kVolts27 = 0x27;
constexpr uint8_t kVolts33 = 0x33;
constexpr uint8_t kVolts36 = 0x36;

uint8_t log2_of(uint64_t value) {
  return static_cast<uint8_t>(std::countr_zero(value));
}

/// 0: 8 lines; 1: 16; 3: 32.
uint8_t interface_code(unsigned width) {
  return width == 4 ? 3 : static_cast<uint8_t>(width - 1);
}

void put16(CfiQuery& table, unsigned at, uint64_t value) {
  table[at] = static_cast<uint8_t>(value);
  table[at + 1] = static_cast<uint8_t>(value >> 8);
}

}  // namespace

CfiQuery cfi_query(const FlashChip& chip) {
  CfiQuery table{};
  table[kQry] = 'Q';
  table[kQry + 1] = 'R';
  table[kQry + 2] = 'Y';
  put16(table, kPrimarySet, kIntelExtended);
  put16(table, kPrimaryTableAt, kPrimaryTable);
  table[kVccMin] = kVolts27;
  table[kVccMax] = kVolts36;
  // Powers of two: microseconds, milliseconds for erasing; the longest as multiples of those. What
  // is written is on a block node before the chip is ready again, which may take longer than a chip
  // would: those who wait no longer than they are told are told 16 seconds.
  table[kTypicalWord] = 7;
  table[kTypicalBuffer] = 7;
  table[kTypicalErase] = 10;
  table[kLongestWord] = 17;
  table[kLongestBuffer] = 17;
  table[kLongestErase] = 4;
  table[kSize] = log2_of(chip.size);
  put16(table, kInterface, interface_code(chip.width));
  put16(table, kBufferSize, log2_of(chip.buffer_size));
  table[kRegions] = 1;
  put16(table, kBlocks, chip.size / chip.sector_size - 1);
  put16(table, kBlockSize, chip.sector_size / 256);
  table[kPrimaryTable] = 'P';
  table[kPrimaryTable + 1] = 'R';
  table[kPrimaryTable + 2] = 'I';
  table[kPrimaryTable + 3] = '1';
  table[kPrimaryTable + 4] = '0';
  table[kBestVcc] = kVolts33;
  return table;
}

}  // namespace vm
