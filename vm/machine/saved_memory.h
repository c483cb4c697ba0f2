// SPDX-License-Identifier: Apache-2.0
//
// What writing and reading a saved machine share: which objects and which memory there are, and the
// sum over everything.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "vm/memory/address_space.h"
#include "vm/object/object.h"

namespace vm::machine {

constexpr int64_t kSavedFormat = 1;

/// Memory is looked at, and sent, in pieces of this size.
constexpr uint64_t kSavedPiece = 4096;
constexpr size_t kSavedWord = sizeof(uint64_t);

struct SavedRegion {
  std::string name;  ///< the device's path and the region's name
  Region* region;
};

/// All memory of a machine, in the order of its objects.
std::vector<SavedRegion> memory_of(Object& machine);

bool is_zero(const uint8_t* bytes, uint64_t size);

std::string_view as_bytes(const uint64_t& word);

/// FNV-1a over words of the host, which is little-endian, and the bytes that are left at the end of
/// each add().
class Sum {
 public:
  void add(std::string_view bytes);
  uint64_t value() const { return value_; }

 private:
  void mix(uint64_t word) { value_ = (value_ ^ word) * 0x100000001b3; }

  uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace vm::machine
