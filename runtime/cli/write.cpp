// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/write.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "runtime/cli/spelling.h"
#include "runtime/json/json.h"
#include "runtime/json/keyval_write.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

std::string value_text(const CliCommand& command, const Json& arguments) {
  const std::optional<std::string> keyval =
      to_keyval(spelled_as_text(command, arguments), command.implied_key);
  return keyval ? *keyval : encoded(arguments);
}

bool needs_quotes(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return !letter && std::string_view("-_.,=:/@%+").find(c) == std::string_view::npos;
}

std::string shell_word(const std::string& word) {
  if (!word.empty() && std::none_of(word.begin(), word.end(), needs_quotes)) return word;
  std::string quoted = "'";
  for (const char c : word) {
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return quoted + "'";
}

}  // namespace

std::vector<std::string> to_argv(const CliTable& table, const Invocation& invocation) {
  const auto found =
      std::find_if(table.commands.begin(), table.commands.end(), [&](const CliCommand& command) {
        return command.command == invocation.command();
      });
  if (found == table.commands.end()) return {};
  const std::string option = with_dashes(found->option);
  const Json& arguments = invocation.arguments();
  if (arguments.empty()) {
    return {needs_value(*found) ? fmt::format("{}={{}}", option) : option};
  }
  const std::string value = value_text(*found, arguments);
  // Behind a blank it would be taken for the next option.
  if (value.starts_with('-')) return {fmt::format("{}={}", option, value)};
  return {option, value};
}

std::string to_shell(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) {
    if (!line.empty()) line += ' ';
    line += shell_word(word);
  }
  return line;
}

}  // namespace qapi
