// SPDX-License-Identifier: Apache-2.0
//
// Builds the parts, hands each what it needs, and runs the command line on the event loop: monitors
// that it opens are served from then on.

#include <csignal>
#include <optional>

#include <asio/io_context.hpp>
#include <asio/signal_set.hpp>
#include <fmt/format.h>

#include "generated/cli/options.h"
#include "generated/commands/command_table.h"

#include "runtime/cli/command_line.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/server.h"
#include "vm/base/version.h"
#include "vm/machine/vm.h"

namespace {

constexpr int kUserError = 1;

void print_line(std::string_view text) {
  fmt::print("{}\n", text);
  std::fflush(stdout);
}

void print_error(const qapi::Error& error) {
  fmt::print(stderr, "coldplug: {}\n", error.desc);
  for (const qapi::Error& further : error.more) {
    fmt::print(stderr, "coldplug: {}\n", further.desc);
  }
}

qapi::ProgramVersion program_version() {
  api::VersionInfo version = vm::version();
  return {
      .major = static_cast<int>(version.qemu.major_),
      .minor = static_cast<int>(version.qemu.minor_),
      .micro = static_cast<int>(version.qemu.micro),
      .package = version.package,
  };
}

std::string version_text() {
  api::VersionInfo version = vm::version();
  return fmt::format(
      "{} {}.{}.{}",
      version.package,
      version.qemu.major_,
      version.qemu.minor_,
      version.qemu.micro
  );
}

class Program {
 public:
  Program()
      : vm_(loop_,
            {.add_monitor = [this](auto& listen) { return add_monitor(listen); },
             .end = [this](int exit_status) { end(exit_status); }}),
        dispatcher_(vm_, api::command_table()),
        server_(loop_, dispatcher_, program_version()),
        signals_(loop_.io(), SIGINT, SIGTERM, SIGHUP) {}

  int run(const qapi::CommandLine& line);

 private:
  vm::Result<> add_monitor(const std::string& listen);
  void start(const qapi::CommandLine& line);
  void end(int exit_status);
  bool can_go_on() const;

  qapi::EventLoop loop_;
  vm::Vm vm_;
  qapi::Dispatcher dispatcher_;
  qapi::QmpServer server_;
  asio::signal_set signals_;
  std::optional<int> exit_status_;
  bool has_monitors_ = false;
};

int Program::run(const qapi::CommandLine& line) {
  signals_.async_wait([this](std::error_code error, int) {
    if (error) return;
    std::lock_guard lock(vm_.machine_lock());
    vm_.end(0, api::ShutdownCause::HostSignal, false);
  });
  dispatcher_.set_explicit_phases(line.explicit_phases);
  loop_.post([this, &line] { start(line); });
  loop_.run();
  return exit_status_.value_or(0);
}

void Program::start(const qapi::CommandLine& line) {
  auto done = qapi::run_command_line(dispatcher_, line, print_line, [this] {
    return exit_status_.has_value();
  });
  if (!done) {
    print_error(done.error());
    return end(kUserError);
  }
  if (can_go_on() || exit_status_) return;
  if (vm_.phases().now() != qapi::Phase{}) {
    fmt::print(
        stderr,
        "coldplug: ended in phase {}: the guest does not run, and no monitor is open to go on "
        "with\n",
        vm_.phases().table().name_of(vm_.phases().now())
    );
  }
  end(0);
}

/// Whether anything can happen yet.
bool Program::can_go_on() const {
  return has_monitors_ || (vm_.accelerator() != nullptr && vm_.accelerator()->is_running());
}

vm::Result<> Program::add_monitor(const std::string& listen) {
  std::string address = TRY(server_.listen(listen));
  vm_.undo().add([this, address] { server_.close(address); });
  has_monitors_ = true;
  return {};
}

void Program::end(int exit_status) {
  if (exit_status_) return;
  exit_status_ = exit_status;
  // Monitors send the answer that is due before their turn comes again.
  loop_.post([this] { loop_.stop(); });
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> arguments(argv + 1, argv + argc);
  auto line = qapi::parse_command_line(api::cli_table(), arguments, version_text());
  if (!line) {
    print_error(line.error());
    return kUserError;
  }
  if (!line->text.empty()) {
    fmt::print("{}", line->text);
    return 0;
  }
  return Program().run(*line);
}
