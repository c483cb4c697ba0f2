// SPDX-License-Identifier: Apache-2.0
//
// Type says how values of a C++ type are made, read and written, without naming the type: one
// function reads every generated struct, from the table of its members. The schema's structs,
// unions and alternates have a constant kType, and type<T> is that of any T:
//
//   constexpr qapi::Member kStopArgsMembers[] = {
//       {"reason", offsetof(StopArgs, reason), &qapi::type<std::optional<std::string>>},
//   };
//   constinit const qapi::ObjectType StopArgs::kType{qapi::kValue<StopArgs>, kStopArgsMembers};
//
// object_type.h has ObjectType. This header is part of each generated source that reads or writes
// JSON: code that the compiler would have to make for each type is kept out of it.

#pragma once

#include <cstddef>
#include <new>
#include <optional>
#include <variant>
#include <vector>

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace qapi {

/// How the values of a type come and go.
struct Lifetime {
  size_t size;
  size_t alignment;
  void (*construct)(void* place);  ///< makes a value-initialised one
  void (*destroy)(void* value);
};

class Type {
 public:
  constexpr explicit Type(const Lifetime& lifetime) : lifetime_(lifetime) {}
  Type(const Type&) = delete;
  Type& operator=(const Type&) = delete;

  const Lifetime& lifetime() const { return lifetime_; }

  /// Makes of `value` a value-initialised one.
  void reset(void* value) const;

  virtual bool decode(const Reader& in, void* value) const = 0;
  virtual void encode(Writer& out, const void* value) const = 0;

  /// False for an optional value that is not there.
  virtual bool is_present(const void* value) const;

  /// The value's members among those of `object`, whose branch it is. Only of types with members.
  virtual void decode_members(ObjectReader& object, void* value) const;
  virtual void encode_members(ObjectWriter& object, const void* value) const;

 protected:
  ~Type() = default;

 private:
  Lifetime lifetime_;
};

template <typename T>
void construct(void* place) {
  new (place) T{};
}

template <typename T>
void destroy(void* value) {
  static_cast<T*>(value)->~T();
}

template <typename T>
inline constexpr Lifetime kValue = {sizeof(T), alignof(T), &construct<T>, &destroy<T>};

/// A type that has decode() and encode().
class PlainType final : public Type {
 public:
  constexpr PlainType(const Lifetime& lifetime, UntypedDecode decoder, UntypedEncode encoder)
      : Type(lifetime),
        decode_(decoder),
        encode_(encoder) {}

  bool decode(const Reader& in, void* value) const override { return decode_(in, value); }
  void encode(Writer& out, const void* value) const override { encode_(out, value); }

 private:
  UntypedDecode decode_;
  UntypedEncode encode_;
};

/// A std::optional or a Box.
class WrapperType final : public Type {
 public:
  using Emplace = void* (*)(void* wrapper);
  using Get = const void* (*)(const void* wrapper);

  constexpr WrapperType(const Lifetime& lifetime, Emplace emplace, Get get, const Type& inner)
      : Type(lifetime),
        emplace_(emplace),
        get_(get),
        inner_(inner) {}

  bool decode(const Reader& in, void* value) const override;
  void encode(Writer& out, const void* value) const override;
  bool is_present(const void* value) const override { return get_(value) != nullptr; }
  void decode_members(ObjectReader& object, void* value) const override;
  void encode_members(ObjectWriter& object, const void* value) const override;

 private:
  Emplace emplace_;  // replaces what it holds with a value-initialised one
  Get get_;          // null when it holds nothing
  const Type& inner_;
};

/// A std::vector.
class ListType final : public Type {
 public:
  using Resize = void* (*)(void* list, size_t count);
  using Elements = const void* (*)(const void* list, size_t& count);

  constexpr ListType(
      const Lifetime& lifetime,
      Resize resize,
      Elements elements,
      const Type& element
  )
      : Type(lifetime),
        resize_(resize),
        elements_(elements),
        element_(element) {}

  bool decode(const Reader& in, void* value) const override;
  void encode(Writer& out, const void* value) const override;

 private:
  Resize resize_;  // makes it one of value-initialised elements, and tells where they are
  Elements elements_;
  const Type& element_;
};

/// What a branch without members holds.
class NothingType final : public Type {
 public:
  using Type::Type;

  bool decode(const Reader& in, void* value) const override;
  void encode(Writer& out, const void* value) const override;
  void decode_members(ObjectReader& object, void* value) const override;
  void encode_members(ObjectWriter& object, const void* value) const override;
};

/// The type of T. This is that of scalars, and of all that has a decode() and an encode().
template <typename T>
inline constexpr PlainType type{kValue<T>, &decode_untyped<T>, &encode_untyped<T>};

template <Described T>
inline constexpr const Type& type<T> = T::kType;

template <DescribedEnum T>
inline constexpr const Type& type<T> = type_of(T{});

template <>
inline constexpr NothingType type<std::monostate>{kValue<std::monostate>};

template <typename T>
void* emplace_optional(void* value) {
  return &static_cast<std::optional<T>*>(value)->emplace();
}

template <typename T>
const void* get_optional(const void* value) {
  const auto& held = *static_cast<const std::optional<T>*>(value);
  return held ? &*held : nullptr;
}

template <typename T>
inline constexpr WrapperType type<std::optional<T>>{
    kValue<std::optional<T>>,
    &emplace_optional<T>,
    &get_optional<T>,
    type<T>};

template <typename T>
void* resize_list(void* value, size_t count) {
  auto& list = *static_cast<std::vector<T>*>(value);
  std::vector<T>(count).swap(list);
  return list.data();
}

template <typename T>
const void* list_elements(const void* value, size_t& count) {
  const auto& list = *static_cast<const std::vector<T>*>(value);
  count = list.size();
  return list.data();
}

template <typename T>
inline constexpr ListType type<std::vector<T>>{
    kValue<std::vector<T>>,
    &resize_list<T>,
    &list_elements<T>,
    type<T>};

/// A vector of bool has no elements to point at.
template <>
inline constexpr PlainType type<std::vector<bool>>{
    kValue<std::vector<bool>>,
    &decode_untyped<std::vector<bool>>,
    &encode_untyped<std::vector<bool>>};

/// Numbers that may be written as "4K": members of the schema's type `size`.
extern const PlainType kSize;
extern const ListType kSizes;
extern const WrapperType kOptionalSize;
extern const WrapperType kOptionalSizes;

}  // namespace qapi
