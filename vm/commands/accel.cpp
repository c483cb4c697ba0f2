// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/accel.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

std::string all_refused(const std::vector<api::RefusedAccel>& refused) {
  std::string text = "no accelerator takes this machine";
  for (const api::RefusedAccel& one : refused) {
    text += fmt::format("; {}: {}", one.accel, one.reason);
  }
  return text;
}

qapi::Json properties_of(const api::AccelSetArgs& args) {
  qapi::Json properties = qapi::Json::object();
  if (args.threads) properties["threads"] = *args.threads;
  if (args.icount) properties["icount"] = *args.icount;
  return properties;
}

}  // namespace

Result<api::AccelChoice> commands::accel_set(Vm& vm, const api::AccelSetArgs& args) {
  api::AccelChoice choice;
  const qapi::Json properties = properties_of(args);
  for (const std::string& accel : args.accels) {
    auto taken = vm.set_accelerator(accel, properties);
    if (taken) {
      choice.accel = accel;
      vm.undo().add([&vm] { vm.accel_choice().reset(); });
      vm.accel_choice() = choice;
      return choice;
    }
    choice.refused.push_back({.accel = accel, .reason = taken.error().desc});
  }
  return fail(all_refused(choice.refused));
}

Result<api::AccelChoice> commands::query_accel(Vm& vm) {
  return *vm.accel_choice();
}

}  // namespace vm
