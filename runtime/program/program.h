// SPDX-License-Identifier: Apache-2.0
//
// Program runs a daemon: its command line on the event loop, then the monitors that this opened,
// until a `quit`, a signal, or nothing being left to wait for ends it.
//
//   int main(int argc, char** argv) {
//     qapi::keep_standard_streams();
//     qapi::EventLoop loop;
//     Thermostat thermostat(tables);  // derives from ProgramContext
//     return qapi::Program(loop, thermostat).run({argv + 1, argv + argc});
//   }

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/cli/command_line.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/loop/event_loop.h"
#include "runtime/program/program_context.h"
#include "runtime/qmp/server.h"

namespace qapi {

class Rehearsal;
struct RehearsedStep;

class Program {
 public:
  Program(EventLoop& loop, ProgramContext& context);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// `arguments` without the program's name. Returns the exit status.
  int run(const std::vector<std::string>& arguments);

 private:
  class Signals;

  void start(const CommandLine& line);
  void summarize(const std::vector<std::string>& walked) const;
  std::vector<std::string> find_walked(const CommandLine& line);
  int show_help(const CommandLine& line);
  Result<std::string> describe_choice(const CliChoice& choice);
  int rehearse(const CommandLine& line);
  Result<> explain(const Rehearsal& rehearsal, const CommandLine& line) const;
  int dry_run(const CommandLine& line);
  int show_plan(const CommandLine& line, std::string_view command);
  void end_by_signal();
  void end_if_idle();
  void end(int exit_status);
  Result<> print_line(std::string_view text) const;
  void print_error(const Error& error) const;
  void print_warning(std::string_view text) const;

  EventLoop& loop_;
  ProgramContext& context_;
  Dispatcher dispatcher_;
  QmpServer server_;
  std::unique_ptr<Signals> signals_;
  std::optional<int> exit_status_;
  bool has_started_ = false;
  Style out_style_;
  Style error_style_;
};

}  // namespace qapi
