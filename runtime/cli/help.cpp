// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/help.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

constexpr size_t kColumn = 34;  // where descriptions begin
constexpr std::string_view kQueries = "Queries";
constexpr std::string_view kOtherGroup = "Other";

std::string_view group_of(const CliCommand& command) {
  if (!command.group.empty()) return command.group;
  return command.read_only ? kQueries : kOtherGroup;
}

std::string_view group_of(const CliOption& option) {
  return option.group.empty() ? kOtherGroup : option.group;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

std::string_view placeholder(const CliCommand& command) {
  if (!takes_value(command)) return {};
  return command.implied_key.empty() ? "key=value,..." : command.implied_key;
}

std::string heading(const CliCommand& command) {
  std::string text = command.short_name.empty() ? "  " : fmt::format("  -{}, ", command.short_name);
  text += fmt::format("--{}", command.option);
  const std::string_view value = placeholder(command);
  if (value.empty()) return text;
  const bool more = !command.implied_key.empty() &&
                    (command.members.size() > 1 || !command.branches.empty() || command.is_open);
  const std::string shown = command.implied_key.empty()
                                ? std::string(value)
                                : fmt::format("<{}>{}", value, more ? "[,...]" : "");
  const bool mandatory =
      std::any_of(command.members.begin(), command.members.end(), [](const CliMember& m) {
        return m.mandatory;
      });
  return text + (mandatory ? " " + shown : fmt::format(" [{}]", shown));
}

std::string heading(const CliOption& option) {
  const char* const dashes = option.name.size() == 1 || option.single_dash ? "-" : "--";
  std::string text = fmt::format("  {}{}", dashes, option.name);
  if (!option.value.empty()) text += fmt::format(" <{}>", option.value);
  return text;
}

/// A value as it is typed.
std::string plain(const Json& value) {
  return value.is_string() ? value.get<std::string>() : encoded(value);
}

/// "size, mandatory, 1 to 10 bytes, default 4096": what a member takes.
std::string traits(const CliMember& member) {
  std::string text(member.type);
  if (member.mandatory) text += ", mandatory";
  if (!member.range.empty()) text += fmt::format(", {}", member.range);
  if (!member.unit.empty())
    text += fmt::format("{} {}", member.range.empty() ? "," : "", member.unit);
  if (!member.default_json.empty()) text += fmt::format(", default {}", member.default_json);
  if (!member.values.empty()) text += fmt::format(": {}", fmt::join(member.values, ", "));
  if (!member.example_json.empty()) text += fmt::format(", such as {}", member.example_json);
  return text;
}

std::string_view text_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return {};
  return found->get_ref<const std::string&>();
}

/// "int, 1 to 8, default 1": what a parameter takes.
std::string traits(const Json& param) {
  std::string text(text_at(param, "type"));
  const bool has_min = param.contains("min");
  const bool has_max = param.contains("max");
  if (has_min && has_max) {
    text += fmt::format(", {} to {}", plain(param["min"]), plain(param["max"]));
  } else if (has_min) {
    text += fmt::format(", at least {}", plain(param["min"]));
  } else if (has_max) {
    text += fmt::format(", at most {}", plain(param["max"]));
  }
  text += param.contains("default") ? fmt::format(", default {}", encoded(param["default"]))
                                    : std::string(", mandatory");
  if (!param.contains("in")) return text;
  std::vector<std::string> allowed;
  for (const Json& value : param["in"]) {
    allowed.push_back(plain(value));
  }
  return text + fmt::format(": {}", fmt::join(allowed, ", "));
}

}  // namespace

/// `text` in lines as wide as the style says, which begin in column `indent`; blank lines stay.
std::string Help::wrap(std::string_view text, size_t indent) const {
  const std::string margin(indent, ' ');
  std::string wrapped;
  size_t column = 0;
  while (!text.empty()) {
    if (text.starts_with("\n\n")) {
      wrapped += "\n\n";
      column = 0;
      text.remove_prefix(2);
      continue;
    }
    if (text[0] == ' ' || text[0] == '\n') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(word.size());
    if (column > 0 && column + 1 + word.size() > style_.width()) {
      wrapped += "\n";
      column = 0;
    }
    wrapped += column == 0 ? margin : " ";
    wrapped += word;
    column = (column == 0 ? indent : column + 1) + word.size();
  }
  return wrapped + "\n";
}

/// What a row or a paragraph is about: words that are typed as they stand.
std::string Help::painted(std::string_view left) const {
  std::string text;
  while (!left.empty()) {
    const size_t blanks = std::min(left.find_first_not_of(' '), left.size());
    text += left.substr(0, blanks);
    left.remove_prefix(blanks);
    const std::string_view word = left.substr(0, left.find(' '));
    left.remove_prefix(word.size());
    const bool is_placeholder = word.starts_with('<') || word.starts_with('[');
    text += is_placeholder ? std::string(word) : style_.name(word);
  }
  return text;
}

/// `left` and its description, beside it or, if there is no room, below.
std::string Help::row(std::string_view left, std::string_view description) const {
  if (description.empty()) return painted(left) + "\n";
  const std::string right = wrap(description, kColumn);
  if (left.size() + 2 > kColumn) return fmt::format("{}\n{}", painted(left), right);
  const std::string gap(kColumn - left.size(), ' ');
  return painted(left) + gap + right.substr(kColumn);
}

std::string Help::members(std::span<const CliMember> members) const {
  std::string text;
  for (const CliMember& member : members) {
    text += row(fmt::format("    {}=", member.name), traits(member));
    if (!member.doc.empty()) text += wrap(member.doc, kColumn);
  }
  return text;
}

std::string Help::command(const CliCommand& command) const {
  std::string text = painted(heading(command)) + "\n";
  text += wrap(command.doc.empty() ? command.help : command.doc, 4);
  for (const std::string_view alias : command.aliases) {
    text += fmt::format("    also: --{}\n", alias);
  }
  text += members(command.members);
  if (command.branches.empty()) return text;
  text += fmt::format("    further arguments for each {}:\n", command.selector);
  for (const CliBranch& branch : command.branches) {
    text +=
        row(fmt::format("      {}", branch.value), branch.doc.substr(0, branch.doc.find("\n\n")));
  }
  return text + fmt::format("    see --{} <{}>,help\n", command.option, command.selector);
}

std::string Help::choice(const CliCommand& command, const Json& choice) const {
  std::string text =
      painted(fmt::format("  --{} {}", command.option, text_at(choice, "name"))) + "\n";
  text += wrap(text_at(choice, "doc"), 4);
  const auto params = choice.find("params");
  if (params == choice.end()) return text;
  for (const Json& param : *params) {
    text += row(fmt::format("    {}=", text_at(param, "name")), traits(param));
    text += wrap(text_at(param, "doc"), kColumn);
  }
  return text;
}

std::vector<std::string_view> Help::groups() const {
  std::vector<std::string_view> groups;
  const auto add = [&](std::string_view group) {
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  };
  for (const CliOption& option : table_.options) {
    add(group_of(option));
  }
  for (const CliCommand& command : table_.commands) {
    add(group_of(command));
  }
  // What nobody gave a group comes last.
  for (const std::string_view last : {kQueries, kOtherGroup}) {
    std::stable_partition(groups.begin(), groups.end(), [&](std::string_view group) {
      return group != last;
    });
  }
  return groups;
}

std::string Help::overview() const {
  std::string text = fmt::format(
      "Usage: {} [OPTION]...\n\nOptions take effect from left to right.\n",
      table_.program
  );
  for (const std::string_view group : groups()) {
    text += fmt::format("\n{}\n", style_.heading(group));
    for (const CliOption& option : table_.options) {
      if (group_of(option) == group) text += row(heading(option), option.help);
    }
    for (const CliCommand& command : table_.commands) {
      if (group_of(command) == group) text += row(heading(command), command.help);
    }
  }
  text += fmt::format("\n{}\n", style_.heading("Help"));
  text += row("  --<option> help", "Shows an option with its arguments.");
  for (const CliBuiltin& builtin : kBuiltins) {
    text += row(builtin.heading, builtin.help);
  }
  return text;
}

Result<std::string> Help::of_choices(
    const CliCommand& command,
    const Json& choices,
    std::string_view name
) const {
  std::string all = fmt::format("    {} is one of:\n", command.implied_key);
  std::vector<std::string_view> names;
  for (const Json& each : choices) {
    const std::string_view found = text_at(each, "name");
    names.push_back(found);
    if (found == name) return choice(command, each);
    all += row(fmt::format("      {}", found), text_at(each, "doc"));
  }
  if (name.empty())
    return all + fmt::format("    see --{} <{}>,help\n", command.option, command.implied_key);
  return fail(fmt::format(
      "--{}: no {} '{}'{}",
      command.option,
      command.implied_key,
      name,
      one_of(name, names)
  ));
}

Result<std::string> Help::of_group(std::string_view group) const {
  const std::vector<std::string_view> known = groups();
  const auto found = std::find_if(known.begin(), known.end(), [&](std::string_view name) {
    return same_word(name, group);
  });
  if (found == known.end())
    return fail(fmt::format("--help: no group '{}'{}", group, one_of(group, known)));
  std::string text = style_.heading(*found) + "\n";
  for (const CliOption& option : table_.options) {
    if (group_of(option) != *found) continue;
    text += fmt::format(
        "\n{}\n{}",
        painted(heading(option)),
        wrap(option.doc.empty() ? option.help : option.doc, 4)
    );
  }
  for (const CliCommand& each : table_.commands) {
    if (group_of(each) == *found) text += fmt::format("\n{}", command(each));
  }
  return text;
}

Result<std::string> Help::of_command(const CliCommand& command, std::string_view branch) const {
  if (branch.empty()) return this->command(command);
  std::vector<std::string_view> values;
  for (const CliBranch& candidate : command.branches) {
    values.push_back(candidate.value);
    if (candidate.value != branch) continue;
    const std::string title = fmt::format("  --{} {}", command.option, branch);
    return fmt::format(
        "{}\n{}{}{}",
        painted(title),
        wrap(candidate.doc, 4),
        members(command.members),
        members(candidate.members)
    );
  }
  return fail(fmt::format(
      "--{}: no {} '{}'{}",
      command.option,
      command.selector,
      branch,
      one_of(branch, values)
  ));
}

}  // namespace qapi
