// SPDX-License-Identifier: Apache-2.0
//
// Where the descriptions are that tests compose machines from.

#pragma once

#include <filesystem>

namespace vm {

inline const std::filesystem::path kMachines = std::filesystem::path(SOURCE_DIR) / "tests/machines";

}  // namespace vm
