// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/escape.h"

#include <utility>

namespace vm {
namespace {

constexpr char kEscape = 1;  // Ctrl-A

EscapeFilter::Command command_of(char letter) {
  using Command = EscapeFilter::Command;
  switch (letter) {
    case 'h':
    case '?': return Command::Help;
    case 'x':
    case 'X': return Command::Quit;
    case 'c':
    case 'C': return Command::Next;
    default: return Command::None;  // a slip of the finger
  }
}

}  // namespace

EscapeFilter::Result EscapeFilter::filter(std::string_view typed) {
  Result result;
  for (char c : typed) {
    ++result.used;
    const bool is_escaped = std::exchange(escaped_, false);
    if (!is_escaped && c == kEscape) {
      escaped_ = true;
    } else if (!is_escaped || c == kEscape) {
      result.input += c;
    } else if (result.command = command_of(c); result.command != Command::None) {
      break;
    }
  }
  return result;
}

}  // namespace vm
