// SPDX-License-Identifier: Apache-2.0
//
// What no machine can be that is complete: harts that see no memory, two harts with one number in
// one address space, images that are no code for the harts that see them. Asked of a trial, and of
// a machine before it is ready.
//
//   check_soundness(machine, [&](const Object& object, const std::string& text) { ... });

#pragma once

#include <functional>
#include <string>

namespace vm {

class Object;

namespace machine {

using Fault = std::function<void(const Object& object, const std::string& text)>;

void check_soundness(Object& machine, const Fault& fault);

// The rules; see each one's file.
void check_harts(Object& machine, const Fault& fault);
void check_firmware(Object& machine, const Fault& fault);

}  // namespace machine
}  // namespace vm
