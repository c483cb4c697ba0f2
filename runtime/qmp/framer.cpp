// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/framer.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "runtime/json/json.h"

namespace qapi {

namespace {

// What a buffer may keep when it is empty.
constexpr size_t kMaxIdleBuffer = size_t{256} << 10;

// A request begins with this, blanks left out.
constexpr std::string_view kRequest = "{\"exec";

// So many blanks are left out; otherwise each packet of a long run of them would have us look again
// from its start.
constexpr size_t kMaxRequestStart = 64;

enum Class : unsigned char {
  kWord = 1,
  kBlank = 2,
  kStopsString = 4,  // ends a string, or cannot be in one
};

constexpr std::array<unsigned char, 256> make_classes() {
  std::array<unsigned char, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool word =
        letter || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == '_';
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    // Bytes that no UTF-8 contains; C0 is in the form that modified UTF-8 has for NUL.
    const bool never = c == 0xC1 || c >= 0xF5;
    const bool stops = c < ' ' || c == '"' || c == '\'' || c == '\\' || never;
    classes[c] = static_cast<unsigned char>(
        (word ? kWord : 0) | (blank ? kBlank : 0) | (stops ? kStopsString : 0)
    );
  }
  return classes;
}

constexpr std::array<unsigned char, 256> kClasses = make_classes();

bool is(char c, Class wanted) {
  return (kClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

}  // namespace

void Framer::feed(std::string_view bytes) {
  const bool between_messages = expect_ == Expect::Message && token_ == Token::None;
  if (between_messages && !skipping_) start_ = at_;
  const bool moves_little = start_ >= buffer_.size() - start_;
  if (start_ > 0 && moves_little) {
    buffer_.erase(0, start_);
    at_ -= start_;
    token_start_ -= std::min(token_start_, start_);
    id_start_ -= std::min(id_start_, start_);
    id_end_ -= std::min(id_end_, start_);
    start_ = 0;
    if (buffer_.empty() && buffer_.capacity() > kMaxIdleBuffer) buffer_.shrink_to_fit();
  }
  buffer_ += bytes;
}

Framer::Item Framer::next() {
  Item item;
  while (at_ < buffer_.size()) {
    if (skipping_ && !skip()) break;
    if (token_ == Token::String) {
      while (at_ < buffer_.size() && !is(buffer_[at_], kStopsString)) {
        ++at_;
      }
      if (at_ == buffer_.size()) break;
    }
    if (!step(buffer_[at_], item)) return item;
  }
  if (at_ - start_ > kMaxJsonBytes && !skipping_) {
    give_up(fmt::format("more than {} MiB", kMaxJsonBytes >> 20), item);
  }
  return item;
}

/// Looks at the next byte; false when it completes an item.
bool Framer::step(char c, Item& item) {
  switch (token_) {
    case Token::None: return step_outside(c, item);
    case Token::Word: return in_word(c, item);
    case Token::String: return in_string(c, item);
    case Token::Escape:
      if (static_cast<unsigned char>(c) < ' ') return unexpected(c, item);
      token_ = Token::String;
      ++at_;
      return true;
  }
  return true;
}

bool Framer::step_outside(char c, Item& item) {
  if (expect_ == Expect::Message) begin_message();
  if (is(c, kBlank)) {
    ++at_;
    return true;
  }
  switch (c) {
    case '{':
    case '[': return open(c, item);
    case '}':
    case ']': return close(c, item);
    case '"':
    case '\'': return begin_string(c, item);
    case ':':
      if (expect_ != Expect::Colon) return unexpected(c, item);
      expect_ = Expect::Value;
      break;
    case ',':
      if (expect_ != Expect::CommaOrEnd) return unexpected(c, item);
      expect_ = open_.back() == '{' ? Expect::Key : Expect::Value;
      break;
    default:
      if (!is(c, kWord) || c == '+' || c == '.') return unexpected(c, item);
      if (!begin_value(item)) return false;
      token_ = Token::Word;
  }
  ++at_;
  return count_token(item);
}

bool Framer::in_word(char c, Item& item) {
  if (is(c, kWord)) {
    ++at_;
    return true;
  }
  token_ = Token::None;
  if (open_.empty()) {
    // A line of prose is one bad message, not one for each word.
    const std::string_view word(buffer_.data() + token_start_, at_ - token_start_);
    if (!parse_json_at(word, {})) {
      return give_up(fmt::format("unexpected '{}'", word.substr(0, 60)), item);
    }
  }
  return end_value(at_, item);
}

bool Framer::in_string(char c, Item& item) {
  if (c == '\\') {
    token_ = Token::Escape;
  } else if (c == quote_) {
    token_ = Token::None;
    ++at_;
    if (expect_ != Expect::Colon) return end_value(at_, item);
    end_key();
    return true;
  } else if (c != '"' && c != '\'') {
    return unexpected(c, item);
  }
  ++at_;
  return true;
}

bool Framer::open(char bracket, Item& item) {
  if (open_.size() == kMaxJsonDepth) {
    return give_up(fmt::format("nested deeper than {} levels", kMaxJsonDepth), item);
  }
  if (!begin_value(item)) return false;
  open_ += bracket;
  expect_ = bracket == '{' ? Expect::KeyOrEnd : Expect::ValueOrEnd;
  ++at_;
  return count_token(item);
}

bool Framer::close(char bracket, Item& item) {
  const char opened = bracket == '}' ? '{' : '[';
  const Expect empty = bracket == '}' ? Expect::KeyOrEnd : Expect::ValueOrEnd;
  const bool can_end = expect_ == Expect::CommaOrEnd || expect_ == empty;
  if (open_.empty() || open_.back() != opened || !can_end) return unexpected(bracket, item);
  open_.pop_back();
  ++at_;
  return count_token(item) && end_value(at_, item);
}

bool Framer::begin_string(char quote, Item& item) {
  const bool is_key = expect_ == Expect::Key || expect_ == Expect::KeyOrEnd;
  if (is_key) {
    token_start_ = at_;
    expect_ = Expect::Colon;
  } else if (!begin_value(item)) {
    return false;
  }
  quote_ = quote;
  token_ = Token::String;
  ++at_;
  return count_token(item);
}

/// A value begins here, if one may.
bool Framer::begin_value(Item& item) {
  const bool may =
      expect_ == Expect::Message || expect_ == Expect::Value || expect_ == Expect::ValueOrEnd;
  if (!may) return unexpected(buffer_[at_], item);
  expect_ = Expect::Value;
  token_start_ = at_;
  if (id_is_next_ && open_.size() == 1) id_start_ = at_;
  return true;
}

/// A value ends before `end`; false when the message does.
bool Framer::end_value(size_t end, Item& item) {
  expect_ = Expect::CommaOrEnd;
  if (open_.size() == 1 && id_is_next_) {
    id_end_ = end;
    id_is_next_ = false;
  }
  if (!open_.empty()) return true;
  item.kind = Kind::Message;
  item.text = std::string_view(buffer_).substr(start_, end - start_);
  if (id_end_ > 0) item.id = std::string_view(buffer_).substr(id_start_, id_end_ - id_start_);
  finish_message();
  return false;
}

void Framer::end_key() {
  const std::string_view key(buffer_.data() + token_start_ + 1, at_ - token_start_ - 2);
  if (open_.size() == 1) id_is_next_ = key == "id";
}

bool Framer::count_token(Item& item) {
  if (++tokens_ <= kMaxJsonTokens) return true;
  return give_up(fmt::format("more than {} tokens", kMaxJsonTokens), item);
}

bool Framer::unexpected(char c, Item& item) {
  const bool printable = c >= ' ' && c < 0x7F;
  return give_up(
      printable ? fmt::format("unexpected '{}'", c)
                : fmt::format("unexpected byte {:#04x}", static_cast<unsigned char>(c)),
      item
  );
}

/// What began at start_ is no message. Always false.
bool Framer::give_up(std::string why, Item& item) {
  const std::string_view seen = std::string_view(buffer_).substr(start_);
  item.kind = Kind::Garbage;
  item.error = fmt::format("{}: {}", to_string(position_at(seen, at_ - start_)), why);
  finish_message();
  skipping_ = true;
  return false;
}

/// Skips to the end of the line, or to a request; false when more bytes must tell.
bool Framer::skip() {
  while (at_ < buffer_.size()) {
    const size_t found = buffer_.find_first_of("\n{", at_);
    if (found == buffer_.npos) {
      at_ = start_ = buffer_.size();
      return false;
    }
    start_ = found;
    size_t matched = 0;
    for (at_ = found; at_ < buffer_.size() && matched < kRequest.size(); ++at_) {
      const char c = buffer_[at_] == '\'' ? '"' : buffer_[at_];
      if (c == kRequest[matched]) {
        ++matched;
      } else if (matched != 1 || !is(c, kBlank) || c == '\n' || at_ - found > kMaxRequestStart) {
        break;
      }
    }
    if (matched == 0 || matched == kRequest.size()) {
      skipping_ = false;  // at the newline, or at the request
      at_ = found;
      return true;
    }
    if (at_ == buffer_.size()) {
      at_ = found;  // we look at it again when there is more
      return false;
    }
    start_ = at_;
  }
  return false;
}

void Framer::begin_message() {
  if (at_ < buffer_.size() && is(buffer_[at_], kBlank)) {
    start_ = at_ + 1;
    return;
  }
  start_ = at_;
}

void Framer::finish_message() {
  expect_ = Expect::Message;
  token_ = Token::None;
  open_.clear();
  tokens_ = 0;
  id_start_ = id_end_ = 0;
  id_is_next_ = false;
}

}  // namespace qapi
