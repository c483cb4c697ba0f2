// SPDX-License-Identifier: Apache-2.0
//
// CLI11 tells options from their values; what the values mean, and the order, is ours.

#include "runtime/cli/command_line.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "runtime/cli/help.h"
#include "runtime/json/json.h"
#include "runtime/json/keyval.h"
#include "runtime/json/nearest.h"

namespace qapi {

namespace {

constexpr std::string_view kHelp = "help";

std::string with_dashes(std::string_view name) {
  return fmt::format("{}{}", name.size() == 1 ? "-" : "--", name);
}

bool takes_value(const CliCommand& command) {
  return !command.members.empty() || !command.branches.empty() || command.is_open;
}

bool needs_value(const CliCommand& command) {
  return std::any_of(command.members.begin(), command.members.end(), [](const CliMember& member) {
    return member.mandatory && member.name.find('.') == member.name.npos;
  });
}

/// Replaces `$value` in all strings of `json`.
void substitute(Json& json, std::string_view value) {
  if (json.is_structured()) {
    for (Json& part : json) {
      substitute(part, value);
    }
    return;
  }
  if (!json.is_string()) return;
  constexpr std::string_view kPlaceholder = "$value";
  auto& text = json.get_ref<std::string&>();
  for (size_t at = text.find(kPlaceholder); at != text.npos; at = text.find(kPlaceholder, at)) {
    text.replace(at, kPlaceholder.size(), value);
    at += value.size();
  }
}

/// What one option on the command line stands for.
struct Meaning {
  const CliCommand* command = nullptr;
  const CliOption* shorthand = nullptr;
  enum class Builtin {
    None,
    Help,
    Version,
    ExplicitPhases
  } builtin = Builtin::None;
};

class Parser {
 public:
  Parser(const CliTable& table, std::string_view version)
      : table_(table),
        version_(version),
        app_(std::string(), std::string(table.program)) {
    // Ours are typed, and know groups.
    app_.set_help_flag();
    app_.allow_extras();
    for (const CliCommand& command : table.commands) {
      add(command);
    }
    for (const CliOption& option : table.options) {
      add(option);
    }
    add_builtins();
  }

  Result<CommandLine> parse(std::span<const std::string> arguments) {
    TRY(recognize(arguments));
    std::unordered_map<const CLI::Option*, size_t> seen;
    for (const CLI::Option* option : app_.parse_order()) {
      const std::string& value = option->results().at(seen[option]++);
      TRY(take(meanings_.at(option), value));
      if (!line_.text.empty()) return std::move(line_);
    }
    append(after_);
    if (!end_ && !only_asks()) TRY(take_default_end());
    if (end_) append(*end_);
    return std::move(line_);
  }

 private:
  CLI::Option* add_named(const std::string& names, int least, int most) {
    CLI::Option* const option = app_.add_option(
        names,
        [](const CLI::results_t&) { return true; },
        std::string()
    );
    option->expected(least, most)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    return option->allow_extra_args(false);
  }

  CLI::Option* add_flag(const std::string& names) { return add_named(names, 0, 0); }

  void add(const CliCommand& command) {
    std::string names = with_dashes(command.option);
    if (!command.short_name.empty()) names += fmt::format(",-{}", command.short_name);
    for (const std::string_view alias : command.aliases) {
      names += "," + with_dashes(alias);
    }
    remember_names(command.option, command.aliases);
    CLI::Option* const option =
        takes_value(command) ? add_named(names, needs_value(command) ? 1 : 0, 1) : add_flag(names);
    meanings_[option] = {.command = &command};
    if (!command.positional) return;
    positional_ = add_named("positional", 0, 1)->allow_extra_args(true);
    meanings_[positional_] = {.command = &command};
  }

  void add(const CliOption& shorthand) {
    const std::string name = with_dashes(shorthand.name);
    remember_names(shorthand.name, {});
    CLI::Option* const option = shorthand.value.empty() ? add_flag(name) : add_named(name, 1, 1);
    meanings_[option] = {.shorthand = &shorthand};
  }

  void add_builtins() {
    meanings_[add_named("-h,--help", 0, 1)] = {.builtin = Meaning::Builtin::Help};
    meanings_[add_flag("--version")] = {.builtin = Meaning::Builtin::Version};
    meanings_[add_flag("--explicit-phases")] = {.builtin = Meaning::Builtin::ExplicitPhases};
    for (const char* name : {"--help", "--version", "--explicit-phases"}) {
      names_.emplace_back(name);
    }
  }

  void remember_names(std::string_view name, std::span<const std::string_view> aliases) {
    names_.push_back(with_dashes(name));
    for (const std::string_view alias : aliases) {
      names_.push_back(with_dashes(alias));
    }
  }

  /// Lets CLI11 tell options from values.
  Result<> recognize(std::span<const std::string> arguments) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
      app_.parse(reversed);
    } catch (const CLI::ArgumentMismatch& error) {
      return fail(describe(error));
    } catch (const CLI::ParseError& error) {
      return fail(error.what());
    }
    const std::vector<std::string> unknown = app_.remaining();
    if (unknown.empty()) return {};
    if (unknown.front().starts_with("-=")) {
      return fail(fmt::format(
          "unexpected '{}' behind an option that takes no value",
          unknown.front().substr(1)
      ));
    }
    const std::string name = unknown.front().substr(0, unknown.front().find('='));
    if (!name.starts_with('-')) return fail(fmt::format("unexpected argument '{}'", name));
    const std::vector<std::string_view> known(names_.begin(), names_.end());
    return fail(fmt::format("{}: unknown option{}", name, did_you_mean(name, known)));
  }

  /// CLI11 begins with the name of the option.
  static std::string describe(const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    return fmt::format("{}: needs a value", what.substr(0, what.find_first_of(": ")));
  }

  Result<> take(const Meaning& meaning, const std::string& value) {
    if (meaning.command != nullptr) return take_command(*meaning.command, value);
    if (meaning.shorthand != nullptr) {
      return take_shorthand(*meaning.shorthand, value, with_dashes(meaning.shorthand->name));
    }
    switch (meaning.builtin) {
      case Meaning::Builtin::None: break;
      case Meaning::Builtin::Help:
        line_.text = value.empty() ? help_overview(table_) : TRY(help_of_group(table_, value));
        break;
      case Meaning::Builtin::Version: line_.text = fmt::format("{}\n", version_); break;
      case Meaning::Builtin::ExplicitPhases: line_.explicit_phases = true; break;
    }
    return {};
  }

  Result<> take_command(const CliCommand& command, const std::string& value) {
    const std::string option = with_dashes(command.option);
    if (!takes_value(command)) {
      if (!value.empty()) return fail(fmt::format("{}: takes no value, found '{}'", option, value));
      line_.invocations.push_back(invocation(command.command, Json::object(), option));
      return {};
    }
    const std::optional<std::string_view> branch = asks_for_help(value);
    if (branch) {
      line_.text = TRY(help_of_command(command, *branch));
      return {};
    }
    Result<Json> arguments = parse_arguments(value, command.implied_key);
    if (!arguments) return tl::unexpected(located(std::move(arguments).error(), option));
    line_.invocations.push_back(invocation(command.command, *std::move(arguments), option));
    return {};
  }

  /// `help`, or `BRANCH,help`: the branch.
  static std::optional<std::string_view> asks_for_help(std::string_view value) {
    if (value == kHelp) return std::string_view();
    if (!value.ends_with(",help")) return std::nullopt;
    value.remove_suffix(kHelp.size() + 1);
    return value.substr(value.find('=') + 1);
  }

  /// `option` is where the user finds it.
  Result<> take_shorthand(
      const CliOption& shorthand,
      const std::string& value,
      const std::string& option
  ) {
    if (shorthand.value.empty() && !value.empty()) {
      return fail(fmt::format("{}: takes no value, found '{}'", option, value));
    }
    std::vector<Invocation> runs;
    for (const CliRun& run : shorthand.runs) {
      Json arguments = Json::object();
      if (!run.arguments.empty()) arguments = TRY(parse_json(run.arguments));
      substitute(arguments, value);
      runs.push_back(invocation(run.command, std::move(arguments), option));
    }
    switch (shorthand.when) {
      case CliWhen::Now: append(runs); break;
      case CliWhen::After: after_.insert(after_.end(), runs.begin(), runs.end()); break;
      case CliWhen::End: end_ = std::move(runs); break;
    }
    return {};
  }

  /// A command line of nothing but queries is done when it has its answers.
  bool only_asks() const {
    const std::vector<Invocation>& all = line_.invocations;
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const Invocation& invocation) {
      return invocation.command().starts_with("query-");
    });
  }

  Result<> take_default_end() {
    for (const CliOption& shorthand : table_.options) {
      if (shorthand.when != CliWhen::End || !shorthand.has_default) continue;
      return take_shorthand(
          shorthand,
          std::string(shorthand.default_value),
          "end of the command line"
      );
    }
    return {};
  }

  void append(const std::vector<Invocation>& runs) {
    line_.invocations.insert(line_.invocations.end(), runs.begin(), runs.end());
  }

  static Invocation invocation(std::string_view command, Json arguments, std::string option) {
    return Invocation(
        std::string(command),
        std::move(arguments),
        {Origin::Kind::CommandLine, std::move(option)}
    );
  }

  const CliTable& table_;
  std::string_view version_;
  CLI::App app_;
  CLI::Option* positional_ = nullptr;
  std::unordered_map<const CLI::Option*, Meaning> meanings_;
  std::vector<std::string> names_;
  CommandLine line_;
  std::vector<Invocation> after_;
  std::optional<std::vector<Invocation>> end_;
};

}  // namespace

Result<CommandLine> parse_command_line(
    const CliTable& table,
    std::span<const std::string> arguments,
    std::string_view version
) {
  return Parser(table, version).parse(arguments);
}

Result<> run_command_line(
    Dispatcher& dispatcher,
    const CommandLine& line,
    const std::function<void(std::string_view)>& print,
    const std::function<bool()>& is_over
) {
  dispatcher.set_explicit_phases(line.explicit_phases);
  for (const Invocation& invocation : line.invocations) {
    const Result<std::string> answer = dispatcher.dispatch(invocation);
    if (!answer) return tl::unexpected(located(answer.error(), invocation.origin().where));
    const Command* const command = dispatcher.find(invocation.command());
    if (command->is_query || *answer != "{}") print(*answer);
    if (is_over()) break;
  }
  return {};
}

}  // namespace qapi
