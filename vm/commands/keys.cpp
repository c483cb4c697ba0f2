// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/keys.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "vm/base/ticks.h"
#include "vm/devices/key_codes.h"
#include "vm/devices/keyboard.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"

namespace vm {
namespace {

api::QKeyCode name_of(const api::KeyValue& key) {
  return key.u.get_if<api::QKeyCodeWrapper>()->data;  // there is no other branch
}

KeyCodes codes_of(const std::vector<api::KeyValue>& keys) {
  KeyCodes codes;
  for (const api::KeyValue& key : keys) {
    codes.push_back(linux_key_code(name_of(key)));
  }
  return codes;
}

/// Of what is to have all the keys: the device that is named, or any of the machine.
Result<std::string> where(Vm& vm, const api::SendKeyArgs& args) {
  if (!args.device) return vm.machine().path();
  return TRY(find_object(vm.root(), *args.device, "device"))->path();
}

/// Says which key is the first that is not there.
tl::unexpected<Error> fail_without(Object& top, const api::SendKeyArgs& args) {
  for (const api::KeyValue& key : args.keys) {
    const KeyCodes code = {linux_key_code(name_of(key))};
    if (!keyboards_with(top, code).empty()) continue;
    return fail(fmt::format("{} has no key '{}'", top.path(), to_string(name_of(key))));
  }
  return fail(fmt::format("{} has no device with all these keys", top.path()));
}

}  // namespace

Result<> commands::send_key(Vm& vm, const api::SendKeyArgs& args) {
  const std::string path = TRY(where(vm, args));
  Object& top = *TRY(find_object(vm.root(), path));
  const KeyCodes codes = codes_of(args.keys);
  if (keyboards_with(top, codes).empty()) return fail_without(top, args);
  // Nothing takes back what a guest has seen.
  vm.undo().on_commit([&vm, path, codes, hold_ns = args.hold_time * kNsPerMs] {
    const Result<Object*> found = find_object(vm.root(), path);
    if (!found) return;
    const std::vector<Keyboard*> keyboards = keyboards_with(**found, codes);
    if (!keyboards.empty()) keyboards.front()->press(codes, hold_ns);
  });
  return {};
}

}  // namespace vm
