// SPDX-License-Identifier: Apache-2.0
//
// EscapeFilter takes the emulator's own commands out of what a person types: Ctrl-A and a letter.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vm {

class EscapeFilter {
 public:
  enum class Command {
    None,
    Quit,
    Help
  };

  static constexpr std::string_view kHelp =
      "\r\nCtrl-A x       leave the emulator\r\nCtrl-A h       this help\r\nCtrl-A Ctrl-A  send "
      "Ctrl-A\r\n";

  struct Result {
    std::string input;  ///< for the guest
    Command command = Command::None;
  };

  /// Stops at a command that ends the program: what follows it is for nobody.
  Result filter(std::string_view typed);

 private:
  bool escaped_ = false;
};

}  // namespace vm
