// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/quotes.h"

namespace qapi {

void RelaxedCursor::take(size_t length, std::string_view text) {
  length_ = length;
  pending_ = text;
}

RelaxedCursor& RelaxedCursor::operator++() {
  pending_.remove_prefix(1);
  if (!pending_.empty()) return *this;
  at_ += length_;
  *reached_ = at_;
  translate();
  return *this;
}

void RelaxedCursor::translate() {
  if (at_ == end_) return take(0, {});
  const char c = *at_;
  const char next = at_ + 1 < end_ ? at_[1] : '\0';
  if (quote_ == '\0') {
    if (c == '\'' || c == '"') {
      quote_ = c;
      return take(1, "\"");
    }
  } else if (c == quote_) {
    quote_ = '\0';
    return take(1, "\"");
  } else if (c == '"') {
    return take(1, "\\\"");
  } else if (c == '\\' && next == '\'') {
    return take(2, "'");
  } else if (c == '\\' && at_ + 1 < end_) {
    return take(2, {at_, 2});
  } else if (c == '\xC0' && next == '\x80') {
    return take(2, "\\u0000");
  }
  take(1, {at_, 1});
}

}  // namespace qapi
