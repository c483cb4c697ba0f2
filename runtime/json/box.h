// SPDX-License-Identifier: Apache-2.0
//
// Box holds a value on the heap, or nothing, and copies it when it is copied: how a generated
// struct holds an optional one of its own type.

#pragma once

#include <memory>
#include <utility>

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace qapi {

template <typename T>
class Box {
 public:
  Box() = default;
  explicit Box(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Box(const Box& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) { return *this = Box(other); }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

  /// Replaces what it holds with a default value.
  T& emplace() { return *(value_ = std::make_unique<T>()); }
  void reset() { value_.reset(); }

  friend bool operator==(const Box& a, const Box& b) { return a && b ? *a == *b : !a && !b; }

 private:
  std::unique_ptr<T> value_;
};

template <typename T>
bool decode(const Reader& in, Box<T>& value) {
  return decode(in, value.emplace());
}

/// Only of one that holds something.
template <typename T>
void encode(Writer& out, const Box<T>& value) {
  encode(out, *value);
}

}  // namespace qapi
