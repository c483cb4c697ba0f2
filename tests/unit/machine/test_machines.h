// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>

namespace vm {

/// Where the descriptions are that tests compose machines from.
const std::filesystem::path& test_machines();

}  // namespace vm
