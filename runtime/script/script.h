// SPDX-License-Identifier: Apache-2.0
//
// Scripts: a command a line, as qmp-shell takes them.
//
//   # comment
//   machine-set type=virt memory=256M
//   qom-set path=/machine/uart0 property=clock-frequency value=3686400
//   object-add qom-type=x list=[1, 2] deep.er="a b"
//   {"execute": "stop", "arguments": {}}
//
// A value in quotes is a string; so is any other that is no whole number, no true or false, and no
// JSON object or list.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// What a bare word means: qmp-shell's rules.
Json script_word(std::string_view word);

/// The first error, beginning `FILE:LINE: `.
Result<std::vector<Invocation>> parse_script(std::string_view text, std::string_view file);

/// Reads all of a script, then runs it until a command fails; `-` is standard input. A journal that
/// was cut off in the middle of a line is run up to there.
Result<> run_script(Dispatcher& dispatcher, const std::string& path);

}  // namespace qapi
