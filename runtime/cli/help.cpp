// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/help.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/nearest.h"

namespace qapi {

namespace {

constexpr size_t kWidth = 100;
constexpr size_t kColumn = 34;  // where descriptions begin
constexpr std::string_view kOtherGroup = "Other";

std::string_view group_or_other(std::string_view group) {
  return group.empty() ? kOtherGroup : group;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

/// `text` in lines of at most kWidth characters that begin in column `indent`; blank lines stay.
std::string wrap(std::string_view text, size_t indent) {
  const std::string margin(indent, ' ');
  std::string wrapped;
  size_t column = 0;
  while (!text.empty()) {
    if (text.starts_with("\n\n")) {
      wrapped += "\n";
      column = 0;
      text.remove_prefix(2);
      wrapped += column == 0 && !wrapped.ends_with("\n\n") ? "\n" : "";
      continue;
    }
    if (text[0] == ' ' || text[0] == '\n') {
      text.remove_prefix(1);
      continue;
    }
    const std::string_view word = text.substr(0, text.find_first_of(" \n"));
    text.remove_prefix(word.size());
    if (column > 0 && column + 1 + word.size() > kWidth) {
      wrapped += "\n";
      column = 0;
    }
    wrapped += column == 0 ? margin : " ";
    wrapped += word;
    column = (column == 0 ? indent : column + 1) + word.size();
  }
  return wrapped + "\n";
}

/// `left` and its description, beside it or, if there is no room, below.
std::string row(std::string_view left, std::string_view description) {
  if (description.empty()) return fmt::format("{}\n", left);
  const std::string right = wrap(description, kColumn);
  if (left.size() + 2 > kColumn) return fmt::format("{}\n{}", left, right);
  return fmt::format("{:<{}}{}", left, kColumn, std::string_view(right).substr(kColumn));
}

std::string_view placeholder(const CliCommand& command) {
  if (command.members.empty() && command.branches.empty() && !command.is_open) return {};
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
  const char* const dashes = option.name.size() == 1 ? "-" : "--";
  std::string text = fmt::format("  {}{}", dashes, option.name);
  if (!option.value.empty()) text += fmt::format(" <{}>", option.value);
  return text;
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

std::string describe(std::span<const CliMember> members) {
  std::string text;
  for (const CliMember& member : members) {
    text += row(fmt::format("    {}=", member.name), traits(member));
    if (!member.doc.empty()) text += wrap(member.doc, kColumn);
  }
  return text;
}

std::string describe(const CliCommand& command) {
  std::string text = heading(command) + "\n";
  text += wrap(command.doc.empty() ? command.help : command.doc, 4);
  for (const std::string_view alias : command.aliases) {
    text += fmt::format("    also: --{}\n", alias);
  }
  text += describe(command.members);
  if (command.branches.empty()) return text;
  text += fmt::format("    further arguments for each {}:\n", command.selector);
  for (const CliBranch& branch : command.branches) {
    text +=
        row(fmt::format("      {}", branch.value), branch.doc.substr(0, branch.doc.find("\n\n")));
  }
  return text + fmt::format("    see --{} <{}>,help\n", command.option, command.selector);
}

std::vector<std::string_view> groups_of(const CliTable& table) {
  std::vector<std::string_view> groups;
  const auto add = [&](std::string_view group) {
    group = group_or_other(group);
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  };
  for (const CliOption& option : table.options) {
    add(option.group);
  }
  for (const CliCommand& command : table.commands) {
    add(command.group);
  }
  // What nobody gave a group comes last.
  std::stable_partition(groups.begin(), groups.end(), [](std::string_view group) {
    return group != kOtherGroup;
  });
  return groups;
}

}  // namespace

std::string help_overview(const CliTable& table) {
  std::string text = fmt::format(
      "Usage: {} [OPTION]...\n\nOptions take effect from left to right.\n",
      table.program
  );
  for (const std::string_view group : groups_of(table)) {
    text += fmt::format("\n{}\n", group);
    for (const CliCommand& command : table.commands) {
      if (group_or_other(command.group) == group) text += row(heading(command), command.help);
    }
    for (const CliOption& option : table.options) {
      if (group_or_other(option.group) == group) text += row(heading(option), option.help);
    }
  }
  text += "\nHelp\n";
  text +=
      row("  -h, --help [<group>]", "Shows this, or a group with the arguments of its options.");
  text += row("  --<option> help", "Shows an option with its arguments.");
  text += row("  --explicit-phases", "Keeps options from walking to the phase that they need.");
  text += row("  --version", "Shows the version.");
  return text;
}

Result<std::string> help_of_group(const CliTable& table, std::string_view group) {
  const std::vector<std::string_view> groups = groups_of(table);
  const auto found = std::find_if(groups.begin(), groups.end(), [&](std::string_view name) {
    return same_word(name, group);
  });
  if (found == groups.end()) {
    return fail(fmt::format(
        "--help: no group '{}'{}; there are {}",
        group,
        did_you_mean(group, groups),
        fmt::join(groups, ", ")
    ));
  }
  std::string text = fmt::format("{}\n", *found);
  for (const CliCommand& command : table.commands) {
    if (group_or_other(command.group) == *found) text += fmt::format("\n{}", describe(command));
  }
  for (const CliOption& option : table.options) {
    if (group_or_other(option.group) != *found) continue;
    text += fmt::format(
        "\n{}\n{}",
        heading(option),
        wrap(option.doc.empty() ? option.help : option.doc, 4)
    );
  }
  return text;
}

Result<std::string> help_of_command(const CliCommand& command, std::string_view branch) {
  if (branch.empty()) return describe(command);
  std::vector<std::string_view> values;
  for (const CliBranch& candidate : command.branches) {
    values.push_back(candidate.value);
    if (candidate.value != branch) continue;
    return fmt::format(
        "  --{} {}\n{}{}{}",
        command.option,
        branch,
        wrap(candidate.doc, 4),
        describe(command.members),
        describe(candidate.members)
    );
  }
  return fail(fmt::format(
      "--{}: no {} '{}'{}",
      command.option,
      command.selector,
      branch,
      did_you_mean(branch, values)
  ));
}

}  // namespace qapi
