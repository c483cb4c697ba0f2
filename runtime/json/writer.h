// SPDX-License-Identifier: Apache-2.0
//
// Writer appends JSON text to a string: ASCII only, no spaces, always valid. Structs are encoded
// with it:
//
//   void encode(qapi::Writer& out, const StatusInfo& value) {
//     qapi::ObjectWriter object(out);
//     object.member("running", value.running);
//     object.optional("since-ns", value.since_ns);
//     object.finish();
//   }

#pragma once

#include <array>
#include <cstddef>
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
class EnumType;
class ObjectType;

class Writer {
 public:
  /// Without a policy nothing is hidden for being deprecated or unstable.
  explicit Writer(std::string& text, CompatPolicy compat = {}) : text_(text), compat_(compat) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  std::string& text() { return text_; }
  CompatPolicy compat() const { return compat_; }

  /// Text that is JSON already.
  void raw(std::string_view json) { text_ += json; }
  void string(std::string_view value);

 private:
  std::string& text_;
  CompatPolicy compat_;
};

void encode(Writer& out, bool value);
void encode(Writer& out, double value);
void encode(Writer& out, std::nullptr_t value);
void encode(Writer& out, int64_t value);
void encode(Writer& out, uint64_t value);
void encode(Writer& out, std::string_view value);
void encode(Writer& out, const Json& value);
inline void encode(Writer& out, const std::string& value) {
  encode(out, std::string_view(value));
}
inline void encode(Writer& out, const char* value) {
  encode(out, std::string_view(value));
}
inline void encode(Writer& out, int8_t value) {
  encode(out, int64_t{value});
}
inline void encode(Writer& out, int16_t value) {
  encode(out, int64_t{value});
}
inline void encode(Writer& out, int32_t value) {
  encode(out, int64_t{value});
}
inline void encode(Writer& out, uint8_t value) {
  encode(out, uint64_t{value});
}
inline void encode(Writer& out, uint16_t value) {
  encode(out, uint64_t{value});
}
inline void encode(Writer& out, uint32_t value) {
  encode(out, uint64_t{value});
}

void encode_described(Writer& out, const EnumType& type, const void* value);
void encode_described(Writer& out, const ObjectType& type, const void* value);
void encode_described(Writer& out, const AlternateType& type, const void* value);

/// A generated struct, union or alternate.
template <typename T>
requires requires {
  T::kType;
}
void encode(Writer& out, const T& value) {
  encode_described(out, T::kType, &value);
}

/// A generated enum.
template <typename T>
requires(std::is_enum_v<T>&& requires(T value) { type_of(value); }
) void encode(Writer& out, T value) {
  encode_described(out, type_of(value), &value);
}

/// encode() of a T behind a signature that does not name it; see UntypedDecode.
using UntypedEncode = void (*)(Writer& out, const void* value);

template <typename T>
void encode_untyped(Writer& out, const void* value) {
  encode(out, *static_cast<const T*>(value));
}

/// Writes an array of values of `size` bytes each.
void encode_elements(
    Writer& out,
    const void* values,
    size_t count,
    size_t size,
    UntypedEncode encode
);

/// Writes `[`, elements with their commas, and `]`.
class ArrayWriter {
 public:
  explicit ArrayWriter(Writer& out);
  ~ArrayWriter();
  ArrayWriter(const ArrayWriter&) = delete;
  ArrayWriter& operator=(const ArrayWriter&) = delete;

  /// Where the next element goes.
  Writer& next();

  template <typename T>
  void element(const T& value) {
    encode(next(), value);
  }

 private:
  Writer& out_;
  bool first_ = true;
};

/// Writes `{`, members with their commas, and, when it is finished, `}`.
class ObjectWriter {
 public:
  explicit ObjectWriter(Writer& out);
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  /// Whether the policy lets be seen what has these features.
  bool shows(Special special) const { return !out_.compat().hides(special); }

  /// Writes the key; the value is the caller's to write.
  Writer& key(std::string_view name);

  template <typename T>
  void member(std::string_view name, const T& value) {
    if constexpr (std::is_object_v<T> && !std::is_array_v<T>) {
      member(name, &value, &encode_untyped<T>);
    } else {
      encode(key(name), value);
    }
  }

  template <typename T>
  void optional(std::string_view name, const std::optional<T>& value) {
    if (value) member(name, &*value, &encode_untyped<T>);
  }

  void finish();

 private:
  void member(std::string_view name, const void* value, UntypedEncode encode);

  Writer& out_;
  bool first_ = true;
};

template <typename T>
void encode(Writer& out, const std::vector<T>& value) {
  encode_elements(out, value.data(), value.size(), sizeof(T), &encode_untyped<T>);
}

/// A vector of bool has no elements to point at.
void encode(Writer& out, const std::vector<bool>& value);

template <typename T, size_t N>
void encode(Writer& out, const std::array<T, N>& value) {
  ArrayWriter array(out);
  for (const T& element : value) {
    array.element(element);
  }
}

/// The JSON text of a value; without what the policy hides.
template <typename T>
std::string encoded(const T& value, CompatPolicy compat = {}) {
  std::string text;
  Writer out(text, compat);
  encode(out, value);
  return text;
}

}  // namespace qapi
