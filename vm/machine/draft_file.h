// SPDX-License-Identifier: Apache-2.0
//
// A file that a command writes: it lies under another name until nothing can take the command back
// any more, so that a failure leaves what was there before.
//
//   const std::string draft = draft_of(path);
//   ... write it ...
//   rename_on_commit(vm, draft, path);

#pragma once

#include <string>

namespace vm {

class Vm;

inline std::string draft_of(const std::string& path) {
  return path + ".part";
}

/// Gives a complete draft its name when the command is done, or removes it when it is taken back.
void rename_on_commit(Vm& vm, const std::string& draft, const std::string& path);

}  // namespace vm
