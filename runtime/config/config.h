// SPDX-License-Identifier: Apache-2.0
//
// Configuration files: one JSON object, comments allowed, with a section for each command that
// declares one.
//
//   {
//     "extends": "base.json",
//     "machine": {"type": "virt", "memory": "256M"},   // one invocation
//     "accel": "interp",                               // only its implied argument
//     "devices": [{"driver": "uart16550"}]             // one invocation for each element
//   }
//
// Sections are applied in the order of the phases that their commands need, whatever their order in
// the file.

#pragma once

#include <string>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/dispatcher.h"

namespace qapi {

/// What applying a file would run, in order. All that is wrong with it is told at once, as below.
Result<std::vector<Invocation>> read_config(Dispatcher& dispatcher, const std::string& path);

/// Applies a file, or nothing of it. All that is wrong with it is told at once: one Error, the
/// further ones in `more`, each beginning `FILE:LINE:COL: POINTER: `.
Result<> apply_config(Dispatcher& dispatcher, const std::string& path);

}  // namespace qapi
