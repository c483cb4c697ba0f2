// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/indent.h"

#include <cctype>

namespace qapi {
namespace {

constexpr size_t kStep = 4;

class Indenter {
 public:
  explicit Indenter(std::string_view json) : json_(json) {}

  std::string run() {
    for (at_ = 0; at_ < json_.size(); ++at_) {
      take(json_[at_]);
    }
    return std::move(out_);
  }

 private:
  void take(char c) {
    if (c == '"') return take_string();
    if (std::isspace(static_cast<unsigned char>(c)) != 0) return;
    if (c == '}' || c == ']') {
      --depth_;
      if (out_.back() != '{' && out_.back() != '[') new_line();
    } else if (!out_.empty() && (out_.back() == '{' || out_.back() == '[')) {
      new_line();
    }
    out_ += c;
    if (c == '{' || c == '[') ++depth_;
    if (c == ',') new_line();
    if (c == ':') out_ += ' ';
  }

  void take_string() {
    if (!out_.empty() && (out_.back() == '{' || out_.back() == '[')) new_line();
    const size_t start = at_++;
    while (json_[at_] != '"') {
      at_ += json_[at_] == '\\' ? 2 : 1;
    }
    out_ += json_.substr(start, at_ + 1 - start);
  }

  void new_line() {
    out_ += '\n';
    out_.append(depth_ * kStep, ' ');
  }

  std::string_view json_;
  size_t at_ = 0;
  size_t depth_ = 0;
  std::string out_ = {};
};

}  // namespace

std::string indented(std::string_view json) {
  return Indenter(json).run();
}

}  // namespace qapi
