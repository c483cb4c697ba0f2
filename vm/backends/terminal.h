// SPDX-License-Identifier: Apache-2.0
//
// Terminal is the terminal that the program was started on, if standard input is one: in raw mode
// from enter_raw() to leave_raw(), to the end of the process however it comes, and not while the
// process is suspended.

#pragma once

#include <cstdint>
#include <optional>

namespace vm {

/// In characters.
struct TerminalSize {
  uint16_t columns = 0;
  uint16_t rows = 0;
};

class Terminal {
 public:
  Terminal() = default;
  ~Terminal() { leave_raw(); }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  static bool is_terminal();

  /// Nothing if it does not tell. SIGWINCH says that it has changed.
  static std::optional<TerminalSize> size();

  /// `keep_signals`: Ctrl-C and its like still reach us as signals.
  void enter_raw(bool keep_signals);
  void leave_raw();

 private:
  bool is_raw_ = false;
};

}  // namespace vm
