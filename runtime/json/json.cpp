// SPDX-License-Identifier: Apache-2.0
//
// The parser is nlohmann's; what builds the document from its events is ours, because theirs
// searches an ordered object for each new member (quadratic), keeps the last of duplicate members,
// and knows no limits.

#include "runtime/json/json.h"

#include <algorithm>
#include <memory>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/quotes.h"
#include "runtime/json/source_map.h"

namespace qapi {

namespace {

// Up to here a new name is compared with each of its siblings; beyond, a hash set is faster.
constexpr size_t kFewMembers = 16;

// How much of the text a message quotes.
constexpr size_t kMaxQuoted = 60;

/// What nlohmann's exceptions say, without their preamble, and not longer than two lines.
std::string describe(std::string_view what) {
  constexpr std::string_view kPreamble = "syntax error while parsing ";
  const size_t syntax_error = what.find(kPreamble);
  const size_t bracket = what.find("] ");
  if (syntax_error != what.npos) {
    what.remove_prefix(syntax_error + kPreamble.size());
  } else if (bracket != what.npos) {
    what.remove_prefix(bracket + 2);
  }
  if (what.starts_with("value - ")) what.remove_prefix(8);
  if (what.size() <= 3 * kMaxQuoted) return std::string(what);
  return fmt::format("{}...{}", what.substr(0, kMaxQuoted), what.substr(what.size() - kMaxQuoted));
}

/// The word around an offset, for a message.
std::string_view word_at(std::string_view text, size_t offset) {
  constexpr std::string_view kDelimiters = " \t\r\n,:[]{}\"'";
  const size_t before = text.find_last_of(kDelimiters, offset == 0 ? 0 : offset - 1);
  const size_t begin = before == text.npos || offset == 0 ? 0 : before + 1;
  const size_t end = std::min(text.find_first_of(kDelimiters, offset), text.size());
  return text.substr(begin, std::min(std::max(end, begin + 1) - begin, kMaxQuoted));
}

/// Turns offsets into positions; each no smaller than the last.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  Position at(size_t offset) {
    for (; done_ < offset; ++done_) {
      if (text_[done_] != '\n') continue;
      ++line_;
      line_start_ = done_ + 1;
    }
    return {line_, offset - line_start_ + 1};
  }

 private:
  std::string_view text_;
  size_t done_ = 0;
  size_t line_ = 1;
  size_t line_start_ = 0;
};

/// Finds where the tokens stand, whose ends the parser tells.
class TokenFinder {
 public:
  explicit TokenFinder(std::string_view text) : text_(text), lines_(text) {}

  /// The next token begins behind here.
  void skip_to(size_t offset) {
    // Where a number ends, the parser has read one character more, which can begin a comment.
    done_ = offset > 0 && offset < text_.size() && text_[offset - 1] == '/' ? offset - 1 : offset;
  }

  Position next() {
    while (done_ < text_.size()) {
      const std::string_view rest = text_.substr(done_);
      if (rest.starts_with("//")) {
        done_ += std::min(rest.find('\n'), rest.size());
      } else if (rest.starts_with("/*")) {
        done_ += std::min(rest.find("*/", 2), rest.size() - 2) + 2;
      } else if (std::string_view(" \t\r\n,:").find(rest.front()) != std::string_view::npos) {
        ++done_;
      } else {
        break;
      }
    }
    return lines_.at(done_);
  }

 private:
  std::string_view text_;
  LineCounter lines_;
  size_t done_ = 0;
};

class Builder {
 public:
  Builder(std::string_view text, const char*& reached, SourceMap* map)
      : text_(text),
        reached_(reached),
        map_(map),
        finder_(text) {}

  Json take() { return std::move(values_.front().second); }
  JsonError error() { return std::move(error_); }

  // The events of nlohmann's parser. False ends the parse.
  bool null() { return scalar(nullptr); }
  bool boolean(bool value) { return scalar(value); }
  bool number_integer(int64_t value) { return scalar(value); }
  bool number_unsigned(uint64_t value) { return scalar(value); }
  bool number_float(double value, const std::string&) { return scalar(value); }
  bool string(std::string& value) { return scalar(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(size_t) { return open(Json::value_t::object); }
  bool start_array(size_t) { return open(Json::value_t::array); }
  bool key(std::string& name);
  bool end_object();
  bool end_array();
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception& exception);

 private:
  /// An object or array whose end has not been seen.
  struct Open {
    Json::value_t type;
    std::string name;                                        // as a member
    size_t first;                                            // its values, in values_
    size_t pointer_size;                                     // of pointer_ at this container
    std::unique_ptr<std::unordered_set<std::string>> names;  // when they are many
  };

  bool scalar(Json value);
  bool open(Json::value_t type);
  bool close(Json value);
  bool count_tokens(size_t count);
  bool is_duplicate(const std::string& name);
  bool refuse(const std::string& desc) { return refuse(desc, reached() == 0 ? 0 : reached() - 1); }
  bool refuse(const std::string& desc, size_t offset);
  void note_place();
  size_t reached() const { return static_cast<size_t>(reached_ - text_.data()); }

  std::string_view text_;
  const char*& reached_;  // end of what the parser has read
  std::vector<Open> open_;
  std::vector<std::pair<std::string, Json>> values_;  // of all open containers, one after another
  std::string name_;                                  // of the member whose value comes next
  size_t tokens_ = 0;
  JsonError error_;

  // For the map only.
  SourceMap* map_;
  TokenFinder finder_;
  Position key_position_;
  std::string pointer_;
};

bool Builder::refuse(const std::string& desc, size_t offset) {
  error_.position = position_at(text_, offset);
  error_.desc = desc;
  return false;
}

bool Builder::parse_error(
    size_t,
    const std::string&,
    const nlohmann::detail::exception& exception
) {
  std::string desc = describe(exception.what());
  if (desc.find("unexpected end of input") != desc.npos) return refuse(desc, text_.size());
  // What nlohmann quotes of a wrong word begins somewhere before it.
  if (desc.starts_with("invalid literal")) {
    desc = fmt::format("unexpected '{}'", word_at(text_, reached() - 1));
  }
  return refuse(desc);
}

bool Builder::count_tokens(size_t count) {
  tokens_ += count;
  return tokens_ <= kMaxJsonTokens || refuse(fmt::format("more than {} tokens", kMaxJsonTokens));
}

/// Enters the value that was just read, or whose first character was, into the map.
void Builder::note_place() {
  if (map_ == nullptr) return;
  const Position value = finder_.next();
  finder_.skip_to(reached());
  if (open_.empty()) return map_->add("", {value, value});
  const Open& parent = open_.back();
  pointer_.resize(parent.pointer_size);
  const bool in_object = parent.type == Json::value_t::object;
  pointer_ += in_object ? pointer_step(name_) : fmt::format("/{}", values_.size() - parent.first);
  map_->add(pointer_, {in_object ? key_position_ : value, value});
}

// A value counts as two tokens: the comma before it is the other one.
bool Builder::scalar(Json value) {
  if (!count_tokens(2)) return false;
  note_place();
  values_.emplace_back(std::move(name_), std::move(value));
  return true;
}

bool Builder::open(Json::value_t type) {
  if (open_.size() == kMaxJsonDepth) {
    return refuse(fmt::format("nested deeper than {} levels", kMaxJsonDepth));
  }
  if (!count_tokens(2)) return false;
  note_place();
  open_.push_back({type, std::move(name_), values_.size(), pointer_.size(), nullptr});
  return true;
}

bool Builder::end_object() {
  Json::object_t object;
  object.reserve(values_.size() - open_.back().first);
  for (size_t i = open_.back().first; i < values_.size(); ++i) {
    static_cast<Json::object_t::Container&>(object).emplace_back(
        std::move(values_[i].first),
        std::move(values_[i].second)
    );
  }
  return close(std::move(object));
}

bool Builder::end_array() {
  Json::array_t array;
  array.reserve(values_.size() - open_.back().first);
  for (size_t i = open_.back().first; i < values_.size(); ++i) {
    array.push_back(std::move(values_[i].second));
  }
  return close(std::move(array));
}

bool Builder::close(Json value) {
  values_.resize(open_.back().first);
  values_.emplace_back(std::move(open_.back().name), std::move(value));
  open_.pop_back();
  finder_.skip_to(reached());
  return count_tokens(1);
}

bool Builder::is_duplicate(const std::string& name) {
  Open& object = open_.back();
  const auto first = values_.begin() + static_cast<ptrdiff_t>(object.first);
  if (values_.size() - object.first < kFewMembers) {
    return std::any_of(first, values_.end(), [&](const auto& member) {
      return member.first == name;
    });
  }
  if (!object.names) {
    object.names = std::make_unique<std::unordered_set<std::string>>();
    for (auto member = first; member != values_.end(); ++member) {
      object.names->insert(member->first);
    }
  }
  return !object.names->insert(name).second;
}

bool Builder::key(std::string& name) {
  if (!count_tokens(1)) return false;
  if (map_ != nullptr) key_position_ = finder_.next();
  finder_.skip_to(reached());
  if (is_duplicate(name)) {
    return refuse(fmt::format("duplicate member '{}'", name.substr(0, kMaxQuoted)));
  }
  name_ = std::move(name);
  return true;
}

template <typename Iterator>
bool parse(Iterator begin, Iterator end, Builder& builder, const JsonSyntax& syntax) {
  return Json::sax_parse(
      begin,
      end,
      &builder,
      Json::input_format_t::json,
      /*strict=*/true,
      syntax.comments
  );
}

}  // namespace

Position position_at(std::string_view text, size_t offset) {
  return LineCounter(text).at(offset);
}

std::string to_string(const Position& position) {
  return fmt::format("{}:{}", position.line, position.column);
}

tl::expected<Json, JsonError> parse_json_at(
    std::string_view text,
    const JsonSyntax& syntax,
    SourceMap* map
) {
  if (text.size() > kMaxJsonBytes) {
    return tl::unexpected(JsonError{{}, fmt::format("more than {} MiB", kMaxJsonBytes >> 20)});
  }
  // The parser takes a NUL for the end of its input.
  const size_t nul = text.find('\0');
  if (nul != text.npos) {
    return tl::unexpected(JsonError{position_at(text, nul), "unexpected NUL byte"});
  }
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* reached = begin;
  Builder builder(text, reached, map);
  const bool relax = syntax.single_quotes && text.find_first_of("'\xC0") != text.npos;
  const bool ok = relax ? parse(
                              RelaxedCursor(begin, end, &reached),
                              RelaxedCursor(end, end, &reached),
                              builder,
                              syntax
                          )
                        : parse(Cursor(begin, &reached), Cursor(end, &reached), builder, syntax);
  if (!ok) return tl::unexpected(builder.error());
  return builder.take();
}

Result<Json> parse_json(std::string_view text, const JsonSyntax& syntax) {
  tl::expected<Json, JsonError> json = parse_json_at(text, syntax);
  if (json) return *std::move(json);
  const JsonError& error = json.error();
  return fail(fmt::format("{}: {}", to_string(error.position), error.desc));
}

}  // namespace qapi
