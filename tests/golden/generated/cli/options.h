// Generated from golden/ by codegen/templates/cli_options.h.j2.  Do not edit.

#pragma once

#include "runtime/cli/options.h"

namespace api {

const qapi::CliTable& cli_table();

}  // namespace api
