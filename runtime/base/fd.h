// SPDX-License-Identifier: Apache-2.0
//
// Fd owns a file descriptor: it closes it.

#pragma once

#include <utility>

#include "runtime/base/result.h"

namespace qapi {

class Fd {
 public:
  Fd() = default;
  explicit Fd(int descriptor) : descriptor_(descriptor) {}
  ~Fd() { reset(); }
  Fd(Fd&& other) noexcept : descriptor_(other.release()) {}
  Fd& operator=(Fd&& other) noexcept {
    if (this != &other) {
      reset();
      descriptor_ = other.release();
    }
    return *this;
  }
  Fd(const Fd&) = delete;
  Fd& operator=(const Fd&) = delete;

  int get() const { return descriptor_; }
  int release() { return std::exchange(descriptor_, -1); }
  void reset();

  /// Another descriptor for the same, which programs that we start do not inherit.
  Result<Fd> duplicate() const;

 private:
  int descriptor_ = -1;
};

}  // namespace qapi
