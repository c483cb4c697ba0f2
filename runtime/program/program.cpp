// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/program.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "runtime/base/print.h"
#include "runtime/cli/help.h"
#include "runtime/cli/output.h"
#include "runtime/json/json.h"
#include "runtime/json/utf8.h"
#include "runtime/program/rehearsal.h"
#include "runtime/program/trial.h"

namespace qapi {
namespace {

constexpr int kUserError = 1;
constexpr size_t kSummaryColumn = 12;

/// The format that was chosen, or one for whoever reads standard output.
OutputFormat output_of(const CommandLine& line) {
  const bool for_people = ::isatty(STDOUT_FILENO) != 0;
  return line.output.value_or(for_people ? OutputFormat::Pretty : OutputFormat::Compact);
}

std::string version_text(const ProgramVersion& version) {
  return fmt::format("{} {}.{}.{}", version.package, version.major, version.minor, version.micro);
}

}  // namespace

/// Keeps asio out of the header.
class Program::Signals {
 public:
  Signals(EventLoop& loop, std::function<void()> end)
      : signals_(loop.io(), SIGINT, SIGTERM, SIGHUP) {
    signals_.async_wait([end = std::move(end)](std::error_code error, int) {
      if (!error) end();
    });
  }

 private:
  asio::signal_set signals_;
};

Program::Program(EventLoop& loop, ProgramContext& context)
    : loop_(loop),
      context_(context),
      dispatcher_(context, context.tables().commands, context.tables().command_aliases),
      server_(loop, dispatcher_, context.tables().version) {
  context.hooks_ = {
      .server = &server_,
      .end = [this](int exit_status) { end(exit_status); },
  };
  server_.set_on_idle([this] { end_if_idle(); });
  server_.set_open_line([this](std::string_view address, std::string_view monitor) {
    return context_.open_line(address, monitor);
  });
}

Program::~Program() {
  context_.hooks_ = {};
}

int Program::run(const std::vector<std::string>& arguments) {
  const ProgramTables& tables = context_.tables();
  const ColorMode color = chosen_color_mode(arguments);
  out_style_ = Style::of(STDOUT_FILENO, color);
  error_style_ = Style::of(STDERR_FILENO, color);
  // Whoever does not read what we write must not end the program.
  std::signal(SIGPIPE, SIG_IGN);
  auto line = parse_command_line(tables.cli, arguments, version_text(tables.version), out_style_);
  if (!line) {
    print_error(line.error());
    return kUserError;
  }
  if (!line->text.empty() || line->choice) return show_help(*line);
  signals_ = std::make_unique<Signals>(loop_, [this] { end_by_signal(); });
  if (line->mode != CliMode::Run) return rehearse(*line);
  loop_.post([this, &line] { start(*line); });
  loop_.run();
  dispatcher_.settle();
  return exit_status_.value_or(0);
}

void Program::start(const CommandLine& line) {
  // Standard input can be read only once: a script that comes from there is not rehearsed.
  const bool for_people = ::isatty(STDERR_FILENO) != 0 && ::isatty(STDIN_FILENO) != 0;
  const auto walked = for_people ? find_walked(line) : std::vector<std::string>();
  const auto show = [&](std::string_view json) {
    return print_line(render(json, output_of(line), out_style_));
  };
  auto done =
      run_command_line(dispatcher_, line, show, [this] { return exit_status_.has_value(); });
  if (!done) {
    print_error(done.error());
    return end(kUserError);
  }
  if (const std::string owner = transaction_owner({});
      dispatcher_.transaction() != nullptr && dispatcher_.transaction()->owner == owner) {
    dispatcher_.abort_transaction_of(owner);
    print_error({.desc = "config-begin: neither config-commit nor config-abort follows"});
    return end(kUserError);
  }
  has_started_ = true;
  // Who only asks wants the answer.
  const bool has_begun = context_.phases().now() != Phase{} || server_.is_alive();
  if (for_people && has_begun && !exit_status_) summarize(walked);
  end_if_idle();
}

/// For a person who started it: what is there, and what came by itself.
void Program::summarize(const std::vector<std::string>& walked) const {
  const auto say = [this](std::string_view name, std::string_view what) {
    const std::string gap(std::max<size_t>(kSummaryColumn, name.size() + 1) - name.size(), ' ');
    print_note(error_style_.heading(fmt::format("{}:", name)) + gap + std::string(what));
  };
  for (const auto& [name, what] : context_.summary()) {
    say(name, what);
  }
  for (const auto& monitor : server_.monitors()) {
    say("monitor", fmt::format("{} at {}", monitor->settings().id, monitor->settings().listen));
  }
  if (!walked.empty()) say("by default", fmt::format("{}", fmt::join(walked, ", ")));
  say("phase", context_.phases().table().name_of(context_.phases().now()));
}

/// The commands that a command line comes to run by itself.
std::vector<std::string> Program::find_walked(const CommandLine& line) {
  Rehearsal rehearsal(context_, line.explicit_phases);
  for (const Invocation& invocation : line.invocations) {
    rehearsal.play(invocation);
  }
  std::vector<std::string> names;
  for (const RehearsedStep& step : rehearsal.steps()) {
    if (!step.walks_for.empty()) names.emplace_back(step.command->name);
  }
  return names;
}

int Program::show_help(const CommandLine& line) {
  Result<std::string> text = line.text;
  if (line.choice) {
    text = describe_choice(*line.choice).map([&](const std::string& described) {
      return line.text + described;
    });
  }
  if (!text) {
    print_error(text.error());
    return kUserError;
  }
  // Each of them ends its last line.
  if (text->ends_with('\n')) text->pop_back();
  if (const auto shown = print_line(*text); !shown) {
    print_error(shown.error());
    return kUserError;
  }
  return 0;
}

Result<std::string> Program::describe_choice(const CliChoice& choice) {
  const CliCommand& command = *choice.command;
  const std::string answer =
      TRY(dispatcher_.dispatch(Invocation(std::string(command.choices), {}, {})));
  const Help help(context_.tables().cli, out_style_);
  return help.of_choices(command, TRY(parse_json(answer)), choice.name);
}

int Program::rehearse(const CommandLine& line) {
  if (line.mode == CliMode::DryRun) return dry_run(line);
  Rehearsal rehearsal(context_, line.explicit_phases);
  for (const Invocation& invocation : line.invocations) {
    rehearsal.play(invocation);
  }
  const Result<> shown = explain(rehearsal, line);
  if (!shown) print_error(shown.error());
  for (const Error& fault : rehearsal.faults()) {
    print_error(fault);
  }
  return rehearsal.faults().empty() && shown ? 0 : kUserError;
}

int Program::dry_run(const CommandLine& line) {
  Trial trial(context_, line.explicit_phases);
  for (const Invocation& invocation : line.invocations) {
    trial.play(invocation);
  }
  for (const Error& fault : trial.faults()) {
    print_error(fault);
  }
  return trial.faults().empty() ? show_plan(line, trial.plan()) : kUserError;
}

Result<> Program::explain(const Rehearsal& rehearsal, const CommandLine& line) const {
  std::vector<std::string> steps;
  for (const RehearsedStep& step : rehearsal.steps()) {
    steps.push_back(describe(step, context_.tables()));
  }
  // A line for each is what a program wants to read; what is chosen holds for the whole.
  if (line.output)
    return print_line(render(fmt::format("[{}]", fmt::join(steps, ",")), *line.output, out_style_));
  return print_line(fmt::format("{}", fmt::join(steps, "\n")));
}

int Program::show_plan(const CommandLine& line, std::string_view command) {
  if (command.empty()) return 0;
  auto plan = dispatcher_.dispatch(Invocation(std::string(command), {}, {}));
  if (!plan) {
    print_error(plan.error());
    return kUserError;
  }
  const Result<> shown = print_line(render(*plan, output_of(line), out_style_));
  if (shown) return 0;
  print_error(shown.error());
  return kUserError;
}

void Program::end_by_signal() {
  auto lock = context_.exclusive();
  context_.end(EndCause::Signal);
}

/// Ends when nobody can say anything further, and nothing goes on by itself.
void Program::end_if_idle() {
  if (!has_started_ || exit_status_ || server_.is_alive() || context_.is_at_work()) return;
  const PhaseMachine& phases = context_.phases();
  if (phases.now() != Phase{}) {
    print_warning(fmt::format(
        "ended in phase {}: nothing goes on, and no monitor is open to go on with",
        phases.table().name_of(phases.now())
    ));
  }
  end(0);
}

void Program::end(int exit_status) {
  if (exit_status_) return;
  exit_status_ = exit_status;
  // Monitors send the answer that is due before their turn comes again.
  loop_.post([this] { loop_.stop(); });
}

Result<> Program::print_line(std::string_view text) const {
  const int error = print(stdout, fmt::format("{}\n", text));
  if (error == 0) return {};
  // Who has read enough knows why there is no more.
  return fail(
      error == EPIPE ? std::string() : fmt::format("standard output: {}", std::strerror(error))
  );
}

void Program::print_error(const Error& error) const {
  if (error.desc.empty()) return;
  const std::string program = error_style_.error(fmt::format("{}:", context_.tables().cli.program));
  print_note(fmt::format("{} {}", program, printable(error.desc)));
  for (const Error& further : error.more) {
    print_note(fmt::format("{} {}", program, printable(further.desc)));
  }
}

void Program::print_warning(std::string_view text) const {
  const std::string program = fmt::format("{}:", context_.tables().cli.program);
  print_note(fmt::format("{} {}", error_style_.heading(program), text));
}

}  // namespace qapi
