// SPDX-License-Identifier: Apache-2.0
//
// A program that is small enough to see through: a kettle. It stands for what the generator makes
// of a schema: phases empty, filled, lit, ready (cold, boiling, done), and a dozen commands.

#pragma once

#include <semaphore>
#include <string>
#include <vector>

#include "runtime/cli/options.h"
#include "runtime/dispatch/command.h"
#include "runtime/dispatch/context.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/phase.h"

namespace sample {

enum class KettlePhase : uint8_t {
  Empty,
  Filled,
  Lit,
  Cold,
  Boiling,
  Done
};

constexpr qapi::Phase phase(KettlePhase phase) {
  return static_cast<qapi::Phase>(phase);
}

const qapi::PhaseTable& phase_table();
std::span<const qapi::Command> command_table();
const qapi::CliTable& cli_table();

class Kettle final : public qapi::Context {
 public:
  Kettle() : Context(phase_table()) {}

  std::unique_lock<std::mutex> exclusive() override {
    ++times_locked;
    return std::unique_lock<std::mutex>(mutex);
  }

  std::mutex mutex;
  int times_locked = 0;
  bool is_locked_in_command = false;
  std::vector<std::string> calls = {};
  std::vector<std::string> spices = {};
  std::string water = {};
  bool matches_are_wet = false;
  std::counting_semaphore<> whistle_is_clean{
      0};  // what `clean-whistle` waits for, and `blow` gives
};

/// A kettle with its dispatcher.
struct Program {
  Kettle kettle;
  qapi::Dispatcher dispatcher{kettle, command_table()};

  qapi::Phase now() const { return kettle.phases().now(); }
  qapi::Result<std::string> run(
      std::string command,
      std::string_view arguments = "{}",
      qapi::Origin::Kind kind = qapi::Origin::Kind::Qmp
  );
};

}  // namespace sample
