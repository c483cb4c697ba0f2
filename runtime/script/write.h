// SPDX-License-Identifier: Apache-2.0
//
// The other direction of script.h: commands as lines of a script.

#pragma once

#include <string>
#include <string_view>

#include "runtime/dispatch/journal.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// `device_add driver=uart16550 id=u0`: words where they say the same, and a request otherwise. No
/// end of line.
std::string script_line(std::string_view command, const Json& arguments);

/// `{"execute": "device_add", "arguments": {...}}`. No end of line.
std::string request_line(std::string_view command, const Json& arguments);

/// A comment that says who, when, and from which phase to which; and the command.
std::string journal_lines(const Journal::Entry& entry, const PhaseTable& phases);

}  // namespace qapi
