// SPDX-License-Identifier: Apache-2.0
//
// Numbers of the format qcow2, versions 2 and 3 (QEMU, docs/interop/qcow2.txt; the sections that
// comments name are those of that text). All numbers in an image are big-endian.

#pragma once

#include <cstddef>
#include <cstdint>

namespace vm::qcow2 {

constexpr uint32_t kMagic = 0x514649fb;  // "QFI\xfb"

// "Header": where its fields are.
namespace field {
constexpr size_t kMagicAt = 0;
constexpr size_t kVersion = 4;
constexpr size_t kBackingOffset = 8;
constexpr size_t kBackingSize = 16;
constexpr size_t kClusterBits = 20;
constexpr size_t kSize = 24;
constexpr size_t kCryptMethod = 32;
constexpr size_t kL1Size = 36;
constexpr size_t kL1Offset = 40;
constexpr size_t kRefcountTableOffset = 48;
constexpr size_t kRefcountTableClusters = 56;
constexpr size_t kSnapshots = 60;
constexpr size_t kSnapshotsOffset = 64;
constexpr size_t kIncompatible = 72;  // from here on: version 3
constexpr size_t kCompatible = 80;
constexpr size_t kAutoclear = 88;
constexpr size_t kRefcountOrder = 96;
constexpr size_t kHeaderLength = 100;
constexpr size_t kCompression = 104;
}  // namespace field

constexpr size_t kHeaderSize2 = 72;
constexpr size_t kHeaderSize3 = 104;
constexpr size_t kHeaderSizeNow = 112;

// "Header": incompatible features.
constexpr uint64_t kDirty = 1;    // counts of references may be too low
constexpr uint64_t kCorrupt = 2;  // not to be written to
constexpr uint64_t kOtherCompression = 8;
constexpr uint64_t kKnownIncompatible = kDirty | kCorrupt | kOtherCompression;

// "Header extensions".
constexpr uint32_t kExtensionsEnd = 0;
constexpr uint32_t kBackingFormat = 0xe2792aca;
constexpr uint32_t kFeatureNames = 0x6803f857;

// "Cluster mapping": entries of the tables of both levels.
constexpr uint64_t kCopied = uint64_t{1} << 63;      // one reference, which is this one
constexpr uint64_t kCompressed = uint64_t{1} << 62;  // of level 2
constexpr uint64_t kReadsZero = 1;                   // of level 2, version 3
constexpr uint64_t kOffsetMask = 0x00fffffffffffe00;

// "Host cluster management": entries of the table of reference counts.
constexpr uint64_t kBlockMask = ~uint64_t{0x1ff};

constexpr uint64_t kSector = 512;

// What QEMU does not exceed either. Larger ones would cost memory, and nobody has them.
constexpr unsigned kLeastClusterBits = 9;
constexpr unsigned kMostClusterBits = 21;
constexpr uint64_t kMostL1Bytes = 32 << 20;
constexpr uint64_t kMostRefcountTableBytes = 8 << 20;
constexpr unsigned kMostRefcountOrder = 6;
constexpr uint32_t kMostBackingName = 1023;

template <typename Number>
Number load(const uint8_t* bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < sizeof(Number); ++i) {
    value = value << 8 | bytes[i];
  }
  return static_cast<Number>(value);
}

template <typename Number>
void store(uint8_t* bytes, Number value) {
  uint64_t rest = value;
  for (size_t i = sizeof(Number); i-- > 0; rest >>= 8) {
    bytes[i] = static_cast<uint8_t>(rest);
  }
}

}  // namespace vm::qcow2
