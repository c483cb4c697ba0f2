// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "generated/types/qmp.h"

namespace vm {

/// The version of the program: that of the build's project.
api::VersionInfo version();

}  // namespace vm
