// SPDX-License-Identifier: Apache-2.0
//
// ConfigFields lays out the fields of a device's configuration one after the other, as the
// specification lists them.
//
//   return ConfigFields().add(capacity).add(size_max).take();

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace vm {

class ConfigFields {
 public:
  /// Little-endian, as wide as its type.
  template <typename Value>
  ConfigFields& add(Value value) {
    for (unsigned i = 0; i < sizeof(Value); ++i) {
      bytes_.push_back(static_cast<uint8_t>(static_cast<uint64_t>(value) >> (8 * i)));
    }
    return *this;
  }

  /// What means nothing.
  ConfigFields& pad(unsigned bytes) {
    bytes_.resize(bytes_.size() + bytes);
    return *this;
  }

  std::vector<uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<uint8_t> bytes_;
};

}  // namespace vm
