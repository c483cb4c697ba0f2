// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/wanted.h"

#include "generated/phases/phases.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/program/trial.h"
#include "vm/machine/vm.h"

namespace vm {

/// One without monitors and without an end.
struct WantedMachine::Program {
  explicit Program(Vm& like)
      : vm(like.loop(), like.tables()),
        dispatcher(vm, like.tables().commands, like.tables().command_aliases),
        trial(vm, false) {}

  Vm vm;
  qapi::Dispatcher dispatcher;
  qapi::Trial trial;
};

WantedMachine::WantedMachine(Vm& like) : program_(std::make_unique<Program>(like)) {}

WantedMachine::~WantedMachine() = default;

Vm& WantedMachine::vm() {
  return program_->vm;
}

Result<> WantedMachine::play(const std::vector<qapi::Invocation>& invocations) {
  qapi::Trial& trial = program_->trial;
  for (const qapi::Invocation& invocation : invocations) {
    trial.play(invocation);
  }
  // What comes after it is only rehearsed.
  if (!api::is_machine_initialized(api::vm_phase(program_->vm))) {
    const qapi::Origin walking{.kind = qapi::Origin::Kind::CommandLine};
    trial.play({"until-phase", {{"phase", "machine-initialized"}}, walking});
  }
  if (trial.faults().empty()) return {};
  return tl::unexpected(qapi::combine(trial.faults()));
}

}  // namespace vm
