// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/compat.h"

#include "vm/machine/vm.h"

namespace vm {
namespace {

using qapi::Special;

Special when(bool chosen, Special special) {
  return chosen ? special : Special::None;
}

qapi::CompatPolicy policy_of(const api::SetCompatArgs& args) {
  using Input = api::CompatPolicyInput;
  using Output = api::CompatPolicyOutput;
  return {
      .rejected = when(args.deprecated_input == Input::Reject, Special::Deprecated) |
                  when(args.unstable_input == Input::Reject, Special::Unstable),
      .hidden = when(args.deprecated_output == Output::Hide, Special::Deprecated) |
                when(args.unstable_output == Output::Hide, Special::Unstable),
  };
}

}  // namespace

Result<> commands::set_compat(Vm& vm, const api::SetCompatArgs& args) {
  vm.undo().add([&vm, before = vm.compat()] { vm.set_compat(before); });
  vm.set_compat(policy_of(args));
  return {};
}

}  // namespace vm
