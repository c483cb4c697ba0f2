// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/escape.h"

#include <utility>

namespace vm {
namespace {

constexpr char kEscape = 1;  // Ctrl-A

}  // namespace

EscapeFilter::Result EscapeFilter::filter(std::string_view typed) {
  Result result;
  for (char c : typed) {
    if (!std::exchange(escaped_, false)) {
      escaped_ = c == kEscape;
      if (!escaped_) result.input += c;
      continue;
    }
    switch (c) {
      case kEscape: result.input += c; break;
      case 'h':
      case '?': result.command = Command::Help; break;
      case 'x':
      case 'X': result.command = Command::Quit; return result;
      default: break;  // a slip of the finger
    }
  }
  return result;
}

}  // namespace vm
