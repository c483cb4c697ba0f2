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

#include "runtime/cli/assembly.h"
#include "runtime/cli/help.h"
#include "runtime/cli/shorthand.h"
#include "runtime/json/json.h"
#include "runtime/json/keyval.h"
#include "runtime/json/nearest.h"

namespace qapi {

namespace {

/// What one option on the command line stands for.
struct Meaning {
  const CliCommand* command = nullptr;
  const CliOption* shorthand = nullptr;
  enum class Builtin {
    None,
    Help,
    Version,
    ExplicitPhases,
    Explain,
    DryRun,
    Output,
    Color
  } builtin = Builtin::None;
};

class Parser {
 public:
  Parser(
      const CliTable& table,
      std::string_view version,
      const Style& style,
      std::span<const std::string> arguments
  )
      : table_(table),
        version_(version),
        help_(table, style),
        app_(std::string(), std::string(table.program)) {
    // Ours are typed, and know groups.
    app_.set_help_flag();
    app_.allow_extras();
    remember_names();
    for (const std::string& word : arguments) {
      words_.push_back(with_two_dashes(word));
    }
    for (const CliCommand& command : table.commands) {
      add(command);
    }
    for (const CliOption& option : table.options) {
      add(option);
    }
    add_builtins();
  }

  Result<CommandLine> parse() {
    TRY(recognize());
    std::unordered_map<const CLI::Option*, size_t> seen;
    for (const CLI::Option* option : app_.parse_order()) {
      const std::string& value = option->results().at(seen[option]++);
      TRY(take(meanings_.at(option), value));
      if (!line_.text.empty() || line_.choice) return std::move(line_);
    }
    const bool has_end = assembly_.has_end();
    if (!has_end && !only_asks()) TRY(take_default_end());
    if (!has_end) line_.default_end = assembly_.end_size();
    line_.invocations = TRY(assembly_.finish());
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
    std::vector<std::string> names = {with_dashes(command.option)};
    if (!command.short_name.empty()) names.push_back(fmt::format("-{}", command.short_name));
    for (const std::string_view alias : command.aliases) {
      names.push_back(with_dashes(alias));
    }
    if (std::any_of(names.begin(), names.end(), [&](const auto& name) { return is_named(name); })) {
      const std::string all = fmt::format("{}", fmt::join(names, ","));
      CLI::Option* const option =
          takes_value(command) ? add_named(all, needs_value(command) ? 1 : 0, 1) : add_flag(all);
      meanings_[option] = {.command = &command};
    }
    if (!command.positional) return;
    positional_ = add_named("positional", 0, 1)->allow_extra_args(true);
    meanings_[positional_] = {.command = &command};
  }

  /// Whether a word can be this option. CLI11 compares each option that it is told of with all the
  /// others, and is told of no more than it needs.
  bool is_named(std::string_view name) const {
    const bool is_long = name.starts_with("--");
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) {
      if (is_long || word.starts_with("--")) return word.starts_with(name);
      return word.starts_with('-') && word.find(name[1]) != word.npos;
    });
  }

  void add(const CliOption& shorthand) {
    const std::string name =
        shorthand.single_dash ? hidden(shorthand.name) : with_dashes(shorthand.name);
    if (!is_named(name)) return;
    CLI::Option* const option = shorthand.value.empty() ? add_flag(name) : add_named(name, 1, 1);
    meanings_[option] = {.shorthand = &shorthand};
  }

  /// The long name that CLI11 knows an option by that is written with one dash.
  static std::string hidden(std::string_view name) { return fmt::format("--.{}", name); }

  /// Long options are understood with one dash, too.
  std::string with_two_dashes(const std::string& word) const {
    if (!word.starts_with('-') || word.starts_with("--") || word.size() < 3) return word;
    const std::string name = word.substr(0, word.find('='));
    const auto is_known = [&](const std::string& spelled) {
      return std::find(names_.begin(), names_.end(), spelled) != names_.end();
    };
    const auto is_hidden = [&](const CliOption& option) {
      return option.single_dash && spelling(option) == name;
    };
    const bool has_hidden = std::any_of(table_.options.begin(), table_.options.end(), is_hidden);
    if (has_hidden) return hidden(word.substr(1));
    return is_known("-" + name) ? "-" + word : word;
  }

  void add_builtins() {
    meanings_[add_named("-h,--help", 0, 1)] = {.builtin = Meaning::Builtin::Help};
    meanings_[add_flag("--version")] = {.builtin = Meaning::Builtin::Version};
    meanings_[add_flag("--explicit-phases")] = {.builtin = Meaning::Builtin::ExplicitPhases};
    meanings_[add_flag("--explain")] = {.builtin = Meaning::Builtin::Explain};
    meanings_[add_flag("--dry-run")] = {.builtin = Meaning::Builtin::DryRun};
    meanings_[add_named("--output", 1, 1)] = {.builtin = Meaning::Builtin::Output};
    meanings_[add_named("--color", 1, 1)] = {.builtin = Meaning::Builtin::Color};
  }

  void remember_names() {
    for (const CliCommand& command : table_.commands) {
      names_.push_back(with_dashes(command.option));
      for (const std::string_view alias : command.aliases) {
        names_.push_back(with_dashes(alias));
      }
    }
    for (const CliOption& option : table_.options) {
      names_.push_back(spelling(option));
    }
    for (const CliBuiltin& builtin : kBuiltins) {
      names_.push_back(with_dashes(builtin.name));
    }
  }

  /// Lets CLI11 tell options from values.
  Result<> recognize() {
    std::vector<std::string> reversed(words_.rbegin(), words_.rend());
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
      return take_shorthand(*meaning.shorthand, value, spelling(*meaning.shorthand));
    }
    switch (meaning.builtin) {
      case Meaning::Builtin::None: break;
      case Meaning::Builtin::Help:
        line_.text = value.empty() ? help_.overview() : TRY(help_.of_group(value));
        break;
      case Meaning::Builtin::Version: line_.text = fmt::format("{}\n", version_); break;
      case Meaning::Builtin::ExplicitPhases: line_.explicit_phases = true; break;
      case Meaning::Builtin::Explain: line_.mode = CliMode::Explain; break;
      case Meaning::Builtin::DryRun: line_.mode = CliMode::DryRun; break;
      case Meaning::Builtin::Output: return take_output(value);
      case Meaning::Builtin::Color: return take_color(value);
    }
    return {};
  }

  Result<> take_output(const std::string& value) {
    line_.output = find_output_format(value);
    if (line_.output) return {};
    return fail(fmt::format("--output: no format '{}'{}", value, one_of(value, kOutputFormats)));
  }

  /// Which it is has been found out before: see chosen_color_mode().
  static Result<> take_color(const std::string& value) {
    if (find_color_mode(value)) return {};
    return fail(fmt::format("--color: no mode '{}'{}", value, one_of(value, kColorModes)));
  }

  Result<> take_command(const CliCommand& command, const std::string& value) {
    const std::string option = with_dashes(command.option);
    if (!takes_value(command)) {
      if (!value.empty()) return fail(fmt::format("{}: takes no value, found '{}'", option, value));
      return assembly_.add(invocation(command.command, Json::object(), option));
    }
    const std::optional<std::string_view> branch = asks_for_help(value);
    if (branch) return take_help(command, *branch);
    Result<Json> arguments = parse_arguments(value, command.implied_key);
    if (!arguments) return tl::unexpected(located(std::move(arguments).error(), option));
    return assembly_.add(invocation(command.command, *std::move(arguments), option));
  }

  Result<> take_help(const CliCommand& command, std::string_view branch) {
    if (!command.choices.empty()) line_.choice = CliChoice{&command, std::string(branch)};
    const bool only_choice = line_.choice && !branch.empty();
    if (!only_choice) line_.text = TRY(help_.of_command(command, branch));
    return {};
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
    auto runs = expand_shorthand(shorthand, value, option);
    if (!runs) return tl::unexpected(located(std::move(runs).error(), option));
    return assembly_.add(*std::move(runs), shorthand.when);
  }

  /// A command line of nothing but questions is done when it has its answers.
  bool only_asks() const {
    const auto asks = [this](const Invocation& invocation) {
      return std::any_of(
          table_.commands.begin(),
          table_.commands.end(),
          [&](const CliCommand& row) {
            return row.read_only && row.command == invocation.command();
          }
      );
    };
    const std::vector<Invocation>& all = assembly_.now();
    return !all.empty() && std::all_of(all.begin(), all.end(), asks);
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

  static Invocation invocation(std::string_view command, Json arguments, std::string option) {
    return Invocation(
        std::string(command),
        std::move(arguments),
        {Origin::Kind::CommandLine, std::move(option)}
    );
  }

  const CliTable& table_;
  std::string_view version_;
  Help help_;
  CLI::App app_;
  CLI::Option* positional_ = nullptr;
  std::unordered_map<const CLI::Option*, Meaning> meanings_;
  std::vector<std::string> names_;
  std::vector<std::string> words_;  // of the command line, long options with two dashes
  CommandLine line_;
  Assembly assembly_;
};

}  // namespace

Result<CommandLine> parse_command_line(
    const CliTable& table,
    std::span<const std::string> arguments,
    std::string_view version,
    const Style& style
) {
  return Parser(table, version, style, arguments).parse();
}

Result<> run_command_line(
    Dispatcher& dispatcher,
    const CommandLine& line,
    const std::function<Result<>(std::string_view)>& print,
    const std::function<bool()>& is_over
) {
  dispatcher.set_explicit_phases(line.explicit_phases);
  const size_t asked_for = line.invocations.size() - line.default_end;
  for (size_t i = 0; i < line.invocations.size(); ++i) {
    if (i == asked_for && dispatcher.is_at_rest()) break;
    const Invocation& invocation = line.invocations[i];
    const Result<std::string> answer = dispatcher.dispatch(invocation);
    if (!answer) return tl::unexpected(located(answer.error(), invocation.origin().where));
    const Command* const command = dispatcher.find(invocation.command());
    if (command->read_only || *answer != "{}") TRY(print(*answer));
    if (is_over()) break;
  }
  return {};
}

}  // namespace qapi
