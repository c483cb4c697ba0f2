// SPDX-License-Identifier: Apache-2.0
//
// Variant holds a value of one of several types: the branches of a generated union or alternate. It
// is to std::variant what a generated program needs of it, at a small part of the cost: unions have
// dozens of branches, hundreds of files include them, and few use them. What is done for a branch
// goes through its type's table, so that a unit that only destroys a union instantiates nothing.
//
//   if (const auto* file = options.u.get_if<ChardevFile>()) open(file->path);

#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

#include "runtime/json/object_type.h"

namespace qapi {

namespace detail {

template <typename T>
void copy_construct(void* place, const void* value) {
  new (place) T(*static_cast<const T*>(value));
}

template <typename T>
void move_construct(void* place, void* value) {
  new (place) T(std::move(*static_cast<T*>(value)));
}

template <typename T>
bool equal(const void* a, const void* b) {
  return *static_cast<const T*>(a) == *static_cast<const T*>(b);
}

}  // namespace detail

template <typename... Branches>
class Variant {
 public:
  template <size_t Index>
  using Branch = std::tuple_element_t<Index, std::tuple<Branches...>>;

  /// Holds a default value of the first branch.
  Variant() { construct(0); }

  template <size_t Index, typename... Arguments>
  explicit Variant(std::in_place_index_t<Index>, Arguments&&... arguments) : index_(Index) {
    new (storage_) Branch<Index>(std::forward<Arguments>(arguments)...);
  }

  template <typename T>
  requires(std::same_as<T, Branches> || ...)
      Variant(T value)  // NOLINT(google-explicit-constructor): as a value of the branch
      : index_(index_of<T>()) {
    new (storage_) T(std::move(value));
  }

  Variant(const Variant& other) : index_(other.index_) {
    static constexpr void (*kCopies[])(void*, const void*) = {&detail::copy_construct<Branches>...};
    kCopies[index_](storage_, other.storage_);
  }

  Variant(Variant&& other) noexcept : index_(other.index_) {
    static constexpr void (*kMoves[])(void*, void*) = {&detail::move_construct<Branches>...};
    kMoves[index_](storage_, other.storage_);
  }

  Variant& operator=(const Variant& other) { return *this = Variant(other); }

  Variant& operator=(Variant&& other) noexcept {
    if (this == &other) return *this;
    destroy();
    return *new (this) Variant(std::move(other));
  }

  ~Variant() { destroy(); }

  size_t index() const { return index_; }

  /// Chooses a branch, with a default value.
  template <size_t Index>
  Branch<Index>& emplace() {
    return *static_cast<Branch<Index>*>(emplace_untyped(this, Index));
  }

  /// The branch; null when another one is chosen.
  template <size_t Index>
  Branch<Index>* get_if() {
    return index_ == Index ? static_cast<Branch<Index>*>(place()) : nullptr;
  }
  template <size_t Index>
  const Branch<Index>* get_if() const {
    return index_ == Index ? static_cast<const Branch<Index>*>(place()) : nullptr;
  }

  /// The same by its type, of a branch whose type no other one has.
  template <typename T>
  T* get_if() {
    return get_if<index_of<T>()>();
  }
  template <typename T>
  const T* get_if() const {
    return get_if<index_of<T>()>();
  }

  /// Calls a function, which takes any of them, with the branch that is chosen.
  template <typename Function>
  decltype(auto) visit(const Function& function) const {
    return visit_from<0>(function);
  }

  bool operator==(const Variant& other) const {
    static constexpr bool (*kEquals[])(const void*, const void*) = {&detail::equal<Branches>...};
    return index_ == other.index_ && kEquals[index_](storage_, other.storage_);
  }

  static void* emplace_untyped(void* variant, size_t index) {
    auto& self = *static_cast<Variant*>(variant);
    self.destroy();
    self.construct(index);
    return self.storage_;
  }

  static const void* get_untyped(const void* variant, size_t& index) {
    const auto& self = *static_cast<const Variant*>(variant);
    index = self.index_;
    return self.storage_;
  }

  /// What generic code must know of it.
  static constexpr VariantOperations operations() {
    return {kTypes, &emplace_untyped, &get_untyped};
  }

 private:
  static constexpr const Type* kTypes[] = {&type<Branches>...};

  template <typename T>
  static constexpr size_t index_of() {
    static_assert((size_t{std::same_as<T, Branches>} + ...) == 1, "of exactly one branch");
    constexpr bool kIsSame[] = {std::same_as<T, Branches>...};
    return static_cast<size_t>(std::ranges::find(kIsSame, true) - kIsSame);
  }

  template <size_t Index, typename Function>
  decltype(auto) visit_from(const Function& function) const {
    if constexpr (Index + 1 < sizeof...(Branches)) {
      if (index_ != Index) return visit_from<Index + 1>(function);
    }
    return function(*static_cast<const Branch<Index>*>(place()));
  }

  void* place() { return storage_; }
  const void* place() const { return storage_; }

  void construct(size_t index) {
    kTypes[index]->lifetime().construct(storage_);
    index_ = index;
  }

  void destroy() { kTypes[index_]->lifetime().destroy(storage_); }

  alignas(Branches...) std::byte storage_[std::max({sizeof(Branches)...})];
  size_t index_;
};

}  // namespace qapi
