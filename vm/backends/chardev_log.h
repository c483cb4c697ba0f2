// SPDX-License-Identifier: Apache-2.0
//
// ChardevLog is a file that keeps what a serial line has sent.

#pragma once

#include <string>
#include <string_view>

#include "runtime/base/fd.h"
#include "vm/base/result.h"

namespace vm {

class ChardevLog {
 public:
  /// Empties the file unless `append`. The error names it.
  Result<> open(const std::string& path, bool append);

  /// Nothing without a file. The log ends where it cannot be written: the line does not.
  void write(std::string_view bytes);

 private:
  qapi::Fd file_;
};

}  // namespace vm
