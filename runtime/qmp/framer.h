// SPDX-License-Identifier: Apache-2.0
//
// Framer cuts a byte stream into QMP messages. A message ends where its last bracket closes,
// whatever the packets and lines are. It follows the grammar as far as brackets, strings, commas
// and colons go, so that it knows at the first wrong byte that what comes is no message; then it
// skips to the end of the line, or to what looks like a request (`{"exec`), so that one bad message
// gives one error. It looks at each byte at most twice.
//
//   framer.feed(bytes);
//   for (Framer::Item item = framer.next(); item.kind != Framer::Kind::None; item = framer.next())
//   ...

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qapi {

class Framer {
 public:
  enum class Kind {
    None,     ///< all that was fed has been looked at
    Message,  ///< something whose brackets match; it need not be valid
    Garbage,  ///< no message; reported as soon as that is certain
  };

  struct Item {
    Kind kind = Kind::None;
    std::string_view text = {};  ///< the message; valid until the next call of anything
    std::string_view id = {};    ///< value of its member `id`, within `text`; empty if none is seen
    std::string error = {};      ///< for Garbage: "1:2: unexpected byte 0xff"
  };

  void feed(std::string_view bytes);
  Item next();

 private:
  /// What the grammar allows next.
  enum class Expect {
    Message,
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
  };

  /// Where we are within a token.
  enum class Token {
    None,
    String,
    Escape,
    Word,  // a number, or a name such as true
  };

  bool step(char c, Item& item);
  bool step_outside(char c, Item& item);
  bool in_word(char c, Item& item);
  bool in_string(char c, Item& item);
  bool open(char bracket, Item& item);
  bool close(char bracket, Item& item);
  bool begin_string(char quote, Item& item);
  bool begin_value(Item& item);
  bool end_value(size_t end, Item& item);
  void end_key();
  bool count_token(Item& item);
  bool give_up(std::string why, Item& item);
  bool unexpected(char c, Item& item);
  bool skip();
  void begin_message();
  void finish_message();

  std::string buffer_;
  size_t start_ = 0;  // of the message, or of what looks like one
  size_t at_ = 0;     // the next byte to look at
  bool skipping_ = false;

  Expect expect_ = Expect::Message;
  Token token_ = Token::None;
  char quote_ = '"';
  std::string open_;  // the open brackets
  size_t tokens_ = 0;
  size_t token_start_ = 0;
  size_t id_start_ = 0;  // 0: no `id` seen
  size_t id_end_ = 0;
  bool id_is_next_ = false;
};

}  // namespace qapi
