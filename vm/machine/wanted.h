// SPDX-License-Identifier: Apache-2.0
//
// WantedMachine is a machine that somebody would like to have, in a tree of its own: configured,
// but not used, and with nothing opened that is outside of the program.
//
//   WantedMachine wanted(vm);
//   TRY(wanted.play(invocations));
//   compare(tree_of(vm.root()), tree_of(wanted.vm().root()));

#pragma once

#include <memory>
#include <vector>

#include "runtime/dispatch/invocation.h"
#include "vm/base/result.h"

namespace vm {

class Vm;

class WantedMachine {
 public:
  /// Of the same program as `like`.
  explicit WantedMachine(Vm& like);
  ~WantedMachine();
  WantedMachine(const WantedMachine&) = delete;
  WantedMachine& operator=(const WantedMachine&) = delete;

  /// Does what they ask for, as far as the machine's being built. All that is wrong is told at
  /// once.
  Result<> play(const std::vector<qapi::Invocation>& invocations);

  Vm& vm();

 private:
  struct Program;

  std::unique_ptr<Program> program_;
};

}  // namespace vm
