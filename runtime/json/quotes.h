// SPDX-License-Identifier: Apache-2.0
//
// Two iterators over JSON text that tell how far the parser has come. RelaxedCursor also turns the
// single-quoted strings that QMP allows into double-quoted ones on the way, and the two-byte form
// of NUL (modified UTF-8) into an escape.

#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace qapi {

/// Reads the text as it is.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  Cursor(const char* at, const char** reached) : at_(at), reached_(reached) {}

  char operator*() const { return *at_; }
  Cursor& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }
  bool operator!=(const Cursor& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

/// Reads single-quoted strings as double-quoted ones.
class RelaxedCursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  RelaxedCursor(const char* at, const char* end, const char** reached)
      : at_(at),
        end_(end),
        reached_(reached) {
    translate();
  }

  char operator*() const { return pending_.empty() ? '\0' : pending_.front(); }
  RelaxedCursor& operator++();
  bool operator==(const RelaxedCursor& other) const {
    return at_ == other.at_ && pending_.size() == other.pending_.size();
  }
  bool operator!=(const RelaxedCursor& other) const { return !(*this == other); }

 private:
  void translate();

  /// `length` characters of the text stand for `text`.
  void take(size_t length, std::string_view text);

  const char* at_;
  const char* end_;
  const char** reached_;
  std::string_view pending_;  // what the parser sees for the text at at_
  size_t length_ = 0;         // how much of the text that is
  char quote_ = '\0';         // of the string we are in
};

}  // namespace qapi
