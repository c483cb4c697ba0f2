// SPDX-License-Identifier: Apache-2.0
//
// An invocation as the words of a command line: what parse_command_line() makes the invocation of
// again. Values of other types than text are spelled as text where the table says that nothing is
// lost; the rest is JSON.
//
//   to_argv(table, {"device_add", {{"driver", "uart16550"}}, {}})   // --device-add uart16550

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/cli/options.h"
#include "runtime/dispatch/invocation.h"

namespace qapi {

/// One word or two; none for a command that has no option.
std::vector<std::string> to_argv(const CliTable& table, const Invocation& invocation);

/// The same for a shell: with quotes where it needs them.
std::string to_shell(const std::vector<std::string>& words);

}  // namespace qapi
