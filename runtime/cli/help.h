// SPDX-License-Identifier: Apache-2.0
//
// The texts of --help, from the generated table.

#pragma once

#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"

namespace qapi {

/// All options, a line each, by group.
std::string help_overview(const CliTable& table);

/// One group, with the arguments of its options.
Result<std::string> help_of_group(const CliTable& table, std::string_view group);

/// One option with its arguments; with those of one branch (`uart16550`), if `branch` is not empty.
Result<std::string> help_of_command(const CliCommand& command, std::string_view branch);

}  // namespace qapi
