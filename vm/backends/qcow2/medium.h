// SPDX-License-Identifier: Apache-2.0
//
// Medium is where the bytes of an image lie: a file, another image, the memory of a test. Whoever
// calls waits; any thread may. What is returned is 0, or an errno.
//
//   int error = medium.write(offset, bytes);

#pragma once

#include <cstdint>
#include <span>

namespace vm::qcow2 {

class Medium {
 public:
  virtual ~Medium() = default;

  /// What lies beyond the end is read as zeroes.
  virtual int read(uint64_t offset, std::span<uint8_t> data) = 0;

  /// Beyond the end it grows, if it can.
  virtual int write(uint64_t offset, std::span<const uint8_t> data) = 0;

  /// What was written, and was done before, stays.
  virtual int flush() = 0;

  /// A hint: nobody needs these any more.
  virtual int discard(uint64_t offset, uint64_t length) = 0;

  /// What was never written to lies at and beyond it.
  virtual uint64_t length() const = 0;
};

}  // namespace vm::qcow2
