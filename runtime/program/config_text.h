// SPDX-License-Identifier: Apache-2.0
//
// What has been built so far, as text that builds it again.

#pragma once

#include <string>

#include "runtime/program/program_context.h"

namespace qapi {

/// The values of the schema's enum of that name.
enum class ConfigForm {
  Config,  ///< a file; see runtime/config/export.h
  Cli,
  Qmp,
  Script
};

/// Any form but the first.
std::string config_text(ProgramContext& context, ConfigForm form);

}  // namespace qapi
