// SPDX-License-Identifier: Apache-2.0
//
// Box holds a value on the heap, or nothing, and copies it when it is copied: how a generated
// struct holds an optional one of its own type.

#pragma once

#include <utility>

#include "runtime/json/type.h"

namespace qapi {

template <typename T>
class Box {
 public:
  Box() = default;
  explicit Box(T value) : value_(new T(std::move(value))) {}
  Box(const Box& other) : value_(other ? new T(*other) : nullptr) {}
  Box(Box&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
  Box& operator=(const Box& other) { return *this = Box(other); }
  Box& operator=(Box&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Box() { delete value_; }

  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_; }
  const T* operator->() const { return value_; }

  /// Replaces what it holds with a default value.
  T& emplace() {
    *this = Box(T{});
    return *value_;
  }
  void reset() { *this = Box(); }

  friend bool operator==(const Box& a, const Box& b) { return a && b ? *a == *b : !a && !b; }

 private:
  // Owned. A unique_ptr would keep the structs that hold a Box from having a standard layout, which
  // the tables of their members rely on.
  T* value_ = nullptr;
};

template <typename T>
void* emplace_boxed(void* value) {
  return &static_cast<Box<T>*>(value)->emplace();
}

template <typename T>
const void* get_boxed(const void* value) {
  const auto& box = *static_cast<const Box<T>*>(value);
  return box ? &*box : nullptr;
}

template <typename T>
inline constexpr WrapperType type<Box<T>>{
    kValue<Box<T>>,
    &emplace_boxed<T>,
    &get_boxed<T>,
    type<T>};

}  // namespace qapi
