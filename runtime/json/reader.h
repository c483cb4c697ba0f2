// SPDX-License-Identifier: Apache-2.0
//
// Reader is a place in a JSON document that is being decoded into typed values. It knows its path,
// so that an error names the member at fault, and it collects all errors instead of stopping at the
// first. Structs are decoded with it:
//
//   bool decode(const qapi::Reader& in, StopArgs& value) {
//     qapi::ObjectReader object(in);
//     object.optional("reason", value.reason);
//     return object.finish();
//   }
//
// decode.h starts it. This header is part of each generated source: it is as light as it can be.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "runtime/json/compat.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

class AlternateType;
class Any;
class EnumType;
class ObjectType;
struct Error;

// g++ 12 believes that an enumerator of a scoped enum can hide the type of that name.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

/// How scalars are written.
enum class Spelling {
  Json,  ///< as JSON types
  Text,  ///< as JSON types, or as text: `on`, `4K`, `0x10` (command line, scripts)
};

#pragma GCC diagnostic pop

class Reader {
 public:
  /// The whole of `json`; errors are added to `errors`. Without a policy nothing is rejected for
  /// being deprecated or unstable.
  Reader(const Json& json, Spelling spelling, std::vector<Error>& errors, CompatPolicy compat = {});

  Reader member(std::string_view name, const Json& json) const;
  Reader element(size_t index, const Json& json) const;

  const Json& json() const { return *json_; }
  Spelling spelling() const { return spelling_; }
  CompatPolicy compat() const { return compat_; }

  /// `a.b[0]`; empty at the top.
  std::string path() const;

  /// The same as a JSON pointer: `/a/b/0`.
  std::string pointer() const;

  /// Adds an error here; returns false, so that decode functions can return it. `$path` in `desc`
  /// stands for the path in quotes.
  bool fail(std::string desc) const;

  /// "Invalid parameter type for 'x', expected: string".
  bool fail_type(std::string_view expected) const;

  bool has_errors() const { return count_errors() != 0; }
  size_t count_errors() const;

 private:
  Reader(const Reader& parent, std::string_view name, size_t index, const Json& json);

  const Json* json_;
  const Reader* parent_ = nullptr;  // outlives us: readers are nested on the stack
  std::string_view name_;           // without data: we are element index_ of an array
  size_t index_ = 0;
  Spelling spelling_;
  CompatPolicy compat_;
  std::vector<Error>* errors_;
};

bool decode(const Reader& in, bool& value);
bool decode(const Reader& in, double& value);
bool decode(const Reader& in, std::string& value);
bool decode(const Reader& in, std::nullptr_t& value);
bool decode(const Reader& in, int8_t& value);
bool decode(const Reader& in, int16_t& value);
bool decode(const Reader& in, int32_t& value);
bool decode(const Reader& in, int64_t& value);
bool decode(const Reader& in, uint8_t& value);
bool decode(const Reader& in, uint16_t& value);
bool decode(const Reader& in, uint32_t& value);
bool decode(const Reader& in, uint64_t& value);

/// `size`: also takes "4K", "0x1000" in either spelling.
bool decode_size(const Reader& in, uint64_t& value);

/// A generated struct, union or alternate.
template <typename T>
concept Described = requires {
  T::kType;
};

/// A generated enum.
template <typename T>
concept DescribedEnum = std::is_enum_v<T> && requires(T value) {
  type_of(value);
};

bool decode_described(const Reader& in, const EnumType& type, void* value);
bool decode_described(const Reader& in, const ObjectType& type, void* value);
bool decode_described(const Reader& in, const AlternateType& type, void* value);

template <Described T>
bool decode(const Reader& in, T& value) {
  return decode_described(in, T::kType, &value);
}

template <DescribedEnum T>
bool decode(const Reader& in, T& value) {
  return decode_described(in, type_of(value), &value);
}

/// The elements of an array; in Spelling::Text also a text alone, as an array of one.
std::vector<Reader> elements(const Reader& in, bool& ok);

/// decode() of a T behind a signature that does not name it: with it, what generated code does for
/// a member is one call, and the compiler's work is one function for each type.
using UntypedDecode = bool (*)(const Reader& in, void* value);

template <typename T>
bool decode_untyped(const Reader& in, void* value) {
  return decode(in, *static_cast<T*>(value));
}

/// How many elements() there are.
size_t count_elements(const Reader& in);

/// Decodes the elements of an array into as many values of `size` bytes each.
bool decode_elements(const Reader& in, void* values, size_t size, UntypedDecode decode);

template <typename T>
bool decode(const Reader& in, std::vector<T>& value) {
  std::vector<T>(count_elements(in)).swap(value);
  return decode_elements(in, value.data(), sizeof(T), &decode_untyped<T>);
}

/// A vector of bool has no elements to refer to.
bool decode(const Reader& in, std::vector<bool>& value);

/// As above, of a value of which nothing stays.
template <typename T>
bool decode_untyped_anew(const Reader& in, void* value) {
  T& decoded = *static_cast<T*>(value);
  decoded = T{};
  return decode(in, decoded);
}

template <typename T>
bool decode_untyped_optional(const Reader& in, void* value) {
  return decode(in, static_cast<std::optional<T>*>(value)->emplace());
}

/// The members of one object, each asked for by name; what nobody asked for is an error. finish()
/// ends it: there is nothing to destroy, which makes the many functions that use it small.
class ObjectReader {
 public:
  explicit ObjectReader(const Reader& in);
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  const Reader& in() const { return in_; }

  /// Null when absent, or when the object is none (which has been reported).
  const Json* find(std::string_view name);

  template <typename T>
  bool required(std::string_view name, T&& value) {
    return required(name, &value, &decode_untyped<std::remove_reference_t<T>>);
  }

  template <typename T>
  bool optional(std::string_view name, std::optional<T>& value) {
    return defaulted(name, &value, &decode_untyped_optional<T>);
  }

  /// Leaves `value` as it is, which is its default, when absent; nothing of it stays otherwise.
  template <typename T>
  bool defaulted(std::string_view name, T&& value) {
    using Value = std::remove_reference_t<T>;
    if constexpr (std::is_lvalue_reference_v<T> && std::is_class_v<Value>) {
      return defaulted(name, &value, &decode_untyped_anew<Value>);
    } else {
      return defaulted(name, &value, &decode_untyped<Value>);
    }
  }

  /// Reports the member, if it is there and the policy rejects what has these features.
  void restrict(std::string_view name, Special special);

  /// Copies all members that were not asked for into `rest`, an object.
  void take_rest(Json& rest);

  /// As above; `rest` also remembers how its scalars are written.
  void take_rest(Any& rest);

  /// Lets pass what was not asked for: when a fault that was reported keeps us from knowing what to
  /// ask for.
  void ignore_rest() { takes_rest_ = true; }

  void fail_missing(std::string_view name);

  /// Reports what nobody asked for ("Parameter 'x' is unexpected", with the nearest of the names
  /// asked for); true if no error was added since the construction.
  bool finish();

 private:
  bool was_asked_for(std::string_view name) const;
  bool required(std::string_view name, void* value, UntypedDecode decode);
  bool defaulted(std::string_view name, void* value, UntypedDecode decode);

  const Reader& in_;
  bool is_object_;
  size_t errors_before_;
  bool takes_rest_ = false;
  size_t first_asked_;  // of the names asked for, in the list that all readers of a thread share
};

}  // namespace qapi
