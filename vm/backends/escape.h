// SPDX-License-Identifier: Apache-2.0
//
// EscapeFilter takes the emulator's own commands out of what a person types: Ctrl-A and a letter.
//
//   while (!typed.empty()) {
//     EscapeFilter::Result result = filter.filter(typed);
//     typed.remove_prefix(result.used);
//     ...
//   }

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vm {

class EscapeFilter {
 public:
  enum class Command {
    None,
    Quit,
    Help,
    Next  ///< what is typed from now on is for the next one
  };

  static constexpr std::string_view kHelp =
      "\r\nCtrl-A x       leave the emulator\r\nCtrl-A c       talk to the next one on this "
      "line\r\nCtrl-A h       this help\r\nCtrl-A Ctrl-A  send Ctrl-A\r\n";

  struct Result {
    std::string input;  ///< for the guest
    Command command = Command::None;
    size_t used = 0;  ///< of what was typed
  };

  /// Stops behind a command: what follows it may be for somebody else.
  Result filter(std::string_view typed);

 private:
  bool escaped_ = false;
};

}  // namespace vm
