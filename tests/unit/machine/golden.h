// SPDX-License-Identifier: Apache-2.0
//
// Compares a text with a file of expectations; with COLDPLUG_BLESS set the file is written anew
// instead.

#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace vm {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void expect_golden(const std::string& found, const std::filesystem::path& path) {
  if (std::getenv("COLDPLUG_BLESS") != nullptr) std::ofstream(path) << found;
  EXPECT_EQ(found, read_text(path)) << "expected in " << path;
}

}  // namespace vm
