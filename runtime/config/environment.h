// SPDX-License-Identifier: Apache-2.0
//
// What a configuration file takes from the environment of the process.
//
//   expand_environment("${env:HOME}/disk")        "/home/ann/disk", or an error if HOME is not set
//   expand_environment("${env:SLOT:-0}")          "0" if SLOT is not set, or empty
//   expand_environment("$${env:HOME}")            "${env:HOME}", literally

#pragma once

#include <string>
#include <string_view>

#include "runtime/base/result.h"

namespace qapi {

Result<std::string> expand_environment(std::string_view text);

/// The text that expand_environment() turns into this one.
std::string escape_environment(std::string_view text);

}  // namespace qapi
