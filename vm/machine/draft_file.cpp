// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/draft_file.h"

#include <filesystem>

#include "vm/machine/vm.h"

namespace vm {

void rename_on_commit(Vm& vm, const std::string& draft, const std::string& path) {
  vm.undo().add([draft] {
    std::error_code ignored;
    std::filesystem::remove(draft, ignored);
  });
  vm.undo().on_commit([&vm, draft, path] {
    std::error_code error;
    std::filesystem::rename(draft, path, error);
    if (error) vm.log_guest(path, error.message());
  });
}

}  // namespace vm
