// SPDX-License-Identifier: Apache-2.0
//
// The texts of --help, from the generated table.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"
#include "runtime/cli/style.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// An option that every program has, beside those of its schema.
struct CliBuiltin {
  std::string_view name;
  std::string_view heading;
  std::string_view help;
};

inline constexpr CliBuiltin kBuiltins[] = {
    {"help", "  -h, --help [<group>]", "Shows this, or a group with the arguments of its options."},
    {"explain",
     "  --explain",
     "Runs nothing, and shows the QMP command that each option became, with the phases it may run "
     "in and where it leads."},
    {"dry-run",
     "  --dry-run",
     "Creates nothing, checks all, and shows what would be built. With faults, all of them are "
     "told, and the exit status is 1."},
    {"output",
     "  --output <format>",
     "How answers are shown: json (on one line, unless it is for a terminal), pretty, yaml, "
     "table."},
    {"color",
     "  --color <when>",
     "Whether help, errors and tables have colours: auto (on a terminal, unless NO_COLOR is set), "
     "always, never."},
    {"explicit-phases",
     "  --explicit-phases",
     "Keeps options from walking to the phase that they need."},
    {"version", "  --version", "Shows the version."},
};

/// Lays the texts out.
class Help {
 public:
  Help(const CliTable& table, const Style& style) : table_(table), style_(style) {}

  /// All options, a line each, by group.
  std::string overview() const;

  /// What `command` can choose from, as the answer of its query of choices says: objects with
  /// `name`, and perhaps `doc` and `params`. All of them, or that of the name with its parameters.
  Result<std::string> of_choices(
      const CliCommand& command,
      const Json& choices,
      std::string_view name
  ) const;

  /// One group, with the arguments of its options.
  Result<std::string> of_group(std::string_view group) const;

  /// One option with its arguments; with those of one branch (`uart16550`), if `branch` is not
  /// empty.
  Result<std::string> of_command(const CliCommand& command, std::string_view branch) const;

 private:
  std::string wrap(std::string_view text, size_t indent) const;
  std::string row(std::string_view left, std::string_view description) const;
  std::string painted(std::string_view left) const;
  std::string members(std::span<const CliMember> members) const;
  std::string command(const CliCommand& command) const;
  std::string choice(const CliCommand& command, const Json& choice) const;
  std::vector<std::string_view> groups() const;

  const CliTable& table_;
  Style style_;
};

}  // namespace qapi
