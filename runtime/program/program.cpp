// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/program.h"

#include <csignal>

#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <fmt/format.h>

namespace qapi {
namespace {

constexpr int kUserError = 1;

void print_line(std::string_view text) {
  fmt::print("{}\n", text);
  std::fflush(stdout);
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
      dispatcher_(context, context.tables().commands),
      server_(loop, dispatcher_, context.tables().version) {
  context.hooks_ = {
      .add_monitor = [this](const std::string& listen) { return add_monitor(listen); },
      .end = [this](int exit_status) { end(exit_status); },
  };
}

Program::~Program() {
  context_.hooks_ = {};
}

int Program::run(const std::vector<std::string>& arguments) {
  const ProgramTables& tables = context_.tables();
  auto line = parse_command_line(tables.cli, arguments, version_text(tables.version));
  if (!line) {
    print_error(line.error());
    return kUserError;
  }
  if (!line->text.empty()) {
    fmt::print("{}", line->text);
    return 0;
  }
  // A client that hangs up must not end the program.
  std::signal(SIGPIPE, SIG_IGN);
  signals_ = std::make_unique<Signals>(loop_, [this] { end(0); });
  dispatcher_.set_explicit_phases(line->explicit_phases);
  loop_.post([this, &line] { start(*line); });
  loop_.run();
  return exit_status_.value_or(0);
}

void Program::start(const CommandLine& line) {
  auto done =
      run_command_line(dispatcher_, line, print_line, [this] { return exit_status_.has_value(); });
  if (!done) {
    print_error(done.error());
    return end(kUserError);
  }
  // Nobody could say anything further.
  if (!has_monitors_) end(0);
}

Result<> Program::add_monitor(const std::string& listen) {
  std::string address = TRY(server_.listen(listen));
  context_.undo().add([this, address] { server_.close(address); });
  has_monitors_ = true;
  return {};
}

void Program::end(int exit_status) {
  if (exit_status_) return;
  exit_status_ = exit_status;
  // Monitors send the answer that is due before their turn comes again.
  loop_.post([this] { loop_.stop(); });
}

void Program::print_error(const Error& error) const {
  fmt::print(stderr, "{}: {}\n", context_.tables().cli.program, error.desc);
  for (const Error& further : error.more) {
    fmt::print(stderr, "{}: {}\n", context_.tables().cli.program, further.desc);
  }
}

}  // namespace qapi
