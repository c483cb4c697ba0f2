// SPDX-License-Identifier: Apache-2.0
//
// CliTable is the command line as the schema declares it: an option for each command, the
// shorthands, and all that their help says. The rows are generated; what parses and prints with
// them is in runtime/cli/.
//
//   const CliTable& table = api::cli_table();
//   for (const CliCommand& command : table.commands) add_option(command.option, command.help);

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace qapi {

/// An argument of a command, or a member of one, named with a dot: `memory.size`.
struct CliMember {
  std::string_view name;
  std::string_view type = {};  ///< as the schema spells it: `size`, `[str]`, `link<chardev>`
  bool mandatory = false;      ///< neither optional nor with a default
  std::string_view default_json = {};             ///< empty: none
  std::string_view range = {};                    ///< "1 to 1000000000"; empty: none
  std::string_view unit = {};                     ///< "Hz"
  std::string_view example_json = {};             ///< empty: none
  std::span<const std::string_view> values = {};  ///< of an enum type
  std::string_view doc = {};
};

/// Arguments that exist for one value of the selecting argument: a branch of a union, or the
/// properties of an object type.
struct CliBranch {
  std::string_view value;
  std::string_view doc = {};
  std::span<const CliMember> members = {};
};

/// The option of a command.
struct CliCommand {
  std::string_view command = {};                   ///< as dispatched: `device_add`
  std::string_view option = {};                    ///< the best long name, without dashes: `device`
  std::span<const std::string_view> aliases = {};  ///< further long names, the command's own last
  std::string_view short_name = {};                ///< one letter, or empty
  std::string_view implied_key = {};               ///< argument that a value without `key=` is for
  bool positional = false;                         ///< a word without dashes is for it
  std::string_view group = {};                     ///< heading in help
  std::string_view help = {};                      ///< one sentence
  std::string_view doc = {};  ///< all of it; paragraphs are divided by empty lines
  std::span<const CliMember> members = {};
  std::string_view selector = {};  ///< argument that selects the branch; empty: no branches
  std::span<const CliBranch> branches = {};
  bool is_open = false;  ///< takes arguments that are not listed here
  bool read_only =
      false;  ///< changes nothing: a command line of nothing else is done with the answers
  std::string_view plan = {};  ///< it only plans: --dry-run runs it, and shows this query's answer
  std::string_view choices = {};  ///< query that lists what `implied_key` can be, for its help
  bool in_dry_run = false;  ///< --dry-run runs it: it then touches nothing outside of the program
};

/// An invocation that a shorthand stands for.
struct CliRun {
  std::string_view command;
  std::string_view arguments = {};  ///< a JSON object; "$value" stands for the option's argument
  bool merge = false;  ///< the arguments are added to the invocation that another option stands for
};

/// A key that the argument of a shorthand can have.
struct CliKey {
  std::string_view name;
  bool optional = false;
  std::span<const std::string_view> values = {};  ///< all that it can be; empty: anything
  std::string_view default_value = {};  ///< empty: what mentions it is left out without it
  std::string_view unit = {};           ///< what a number alone is followed by
  bool repeats = false;  ///< a list's element that mentions it stands for each of its values
  std::string_view refuse = {};  ///< why it is not taken, and what would do
};

/// What a shorthand stands for, by how its argument begins.
struct CliCase {
  /// The argument, or its beginning if this ends in a colon or a comma; empty: any.
  std::string_view start = {};
  /// What the rest consists of, and `$NAME` in `runs` stands for; without keys `$value` is the
  /// rest.
  std::span<const CliKey> keys = {};
  std::span<const CliRun> runs = {};
  std::string_view refuse = {};  ///< why it is not taken, and what would do
};

/// When a shorthand runs.
enum class CliWhen {
  Now,    ///< in its place among the other options
  After,  ///< after all options that run now
  End,    ///< last; of several only the last one given
};

/// A shorthand for other invocations.
struct CliOption {
  std::string_view name = {};   ///< without dashes; of one letter: a short option
  bool single_dash = false;     ///< `-name`: `--name` is another option
  std::string_view value = {};  ///< name of its argument in help; empty: it takes none
  std::string_view group = {};
  CliWhen when = CliWhen::Now;
  bool has_default =
      false;  ///< runs with `default_value` when no option of `CliWhen::End` was given
  std::string_view default_value = {};
  std::string_view help = {};
  std::string_view doc = {};
  std::span<const CliCase> cases = {};  ///< the first that fits holds
};

struct CliTable {
  std::string_view program;
  std::span<const CliCommand> commands;
  std::span<const CliOption> options;
};

/// Whether the option of a command takes a value, and whether it cannot do without.
bool takes_value(const CliCommand& command);
bool needs_value(const CliCommand& command);

/// `-M`, `--machine`.
std::string with_dashes(std::string_view name);

}  // namespace qapi
