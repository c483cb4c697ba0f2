// SPDX-License-Identifier: Apache-2.0
//
// What is said in the words of another emulator and takes more than another name. Setting an output
// to the input that it drives is to connect them; what its machines always have, and what is set
// where nobody says so, is written down in the alias table.
//
//   qom-set path=uart0 property=sysbus-irq[0] value=plic/unnamed-gpio-in[3]
//   connect from=uart0:irq to=plic:unnamed-gpio-in[3]

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/dispatch/invocation.h"
#include "vm/base/result.h"

namespace vm {

class Object;
class ObjectFactory;

/// The `connect` that a `qom-set` of an output stands for; none for other invocations.
Result<std::optional<qapi::Invocation>> as_connect(
    Object& root,
    const qapi::Invocation& invocation
);

/// A `device_add` of an object type of another emulator with the properties that it has there when
/// nobody gives them; none for other invocations, and where there is nothing to add.
std::optional<qapi::Invocation> with_given(
    const ObjectFactory& factory,
    const qapi::Invocation& invocation
);

/// The commands that make those objects which machines there always have, and which the arguments
/// name and are not there yet.
std::vector<qapi::Invocation> assumed_by(Object& root, const qapi::Invocation& invocation);

/// The inputs that an output of the object drives, as JSON: "" for none, the one, or a list.
/// Nothing when it has no output of that name.
Result<std::optional<std::string>> driven_by(Object& object, std::string_view port);

}  // namespace vm
