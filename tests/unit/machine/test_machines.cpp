// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/machine/test_machines.h"

namespace vm {

const std::filesystem::path& test_machines() {
  static const std::filesystem::path folder = std::filesystem::path(SOURCE_DIR) / "tests/machines";
  return folder;
}

}  // namespace vm
