// SPDX-License-Identifier: Apache-2.0
//
// What the commands work on. Whether it is off, idle or heating is not here: that is its phase.

#pragma once

#include "runtime/program/program_context.h"

namespace thermostat {

class Thermostat final : public qapi::ProgramContext {
 public:
  using ProgramContext::ProgramContext;

  /// In degrees Celsius.
  struct State {
    double temperature = 20;
    double target = 20;
    double hysteresis = 0.5;
  };

  State& state() { return state_; }

 private:
  State state_;
};

}  // namespace thermostat
