// SPDX-License-Identifier: Apache-2.0
//
// Writer appends JSON text to a string: ASCII only, no spaces, always valid. Generated code encodes
// structs with it:
//
//   void encode(qapi::Writer& out, const StatusInfo& value) {
//     qapi::ObjectWriter object(out);
//     object.member("running", value.running);
//     object.optional("since-ns", value.since_ns);
//   }

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/json/json_fwd.h"

namespace qapi {

class Writer {
 public:
  explicit Writer(std::string& text) : text_(text) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  std::string& text() { return text_; }

  /// Text that is JSON already.
  void raw(std::string_view json) { text_ += json; }
  void string(std::string_view value);

 private:
  std::string& text_;
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

/// Writes `[`, elements with their commas, and `]`.
class ArrayWriter {
 public:
  explicit ArrayWriter(Writer& out) : out_(out) { out_.raw("["); }
  ~ArrayWriter() { out_.raw("]"); }
  ArrayWriter(const ArrayWriter&) = delete;
  ArrayWriter& operator=(const ArrayWriter&) = delete;

  /// Where the next element goes.
  Writer& next() {
    if (!first_) out_.raw(",");
    first_ = false;
    return out_;
  }

  template <typename T>
  void element(const T& value) {
    encode(next(), value);
  }

 private:
  Writer& out_;
  bool first_ = true;
};

/// Writes `{`, members with their commas, and `}`.
class ObjectWriter {
 public:
  explicit ObjectWriter(Writer& out) : out_(out) { out_.raw("{"); }
  ~ObjectWriter() { out_.raw("}"); }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  /// Writes the key; the value is the caller's to write.
  Writer& key(std::string_view name) {
    if (!first_) out_.raw(",");
    first_ = false;
    out_.string(name);
    out_.raw(":");
    return out_;
  }

  template <typename T>
  void member(std::string_view name, const T& value) {
    encode(key(name), value);
  }

  template <typename T>
  void optional(std::string_view name, const std::optional<T>& value) {
    if (value) encode(key(name), *value);
  }

 private:
  Writer& out_;
  bool first_ = true;
};

template <typename T>
void encode(Writer& out, const std::vector<T>& value) {
  ArrayWriter array(out);
  for (const T& element : value) {
    array.element(element);
  }
}

template <typename T, size_t N>
void encode(Writer& out, const std::array<T, N>& value) {
  ArrayWriter array(out);
  for (const T& element : value) {
    array.element(element);
  }
}

/// The JSON text of a value.
template <typename T>
std::string encoded(const T& value) {
  std::string text;
  Writer out(text);
  encode(out, value);
  return text;
}

}  // namespace qapi
