// SPDX-License-Identifier: Apache-2.0
//
// The names of control and status registers: privileged spec 20240411, tables 3 to 8.

#pragma once

#include <string>
#include <vector>

namespace vm::riscv {

struct CsrName {
  unsigned number;
  std::string name;
};

/// All that are known here, by number. Which of them a hart has, it knows itself.
const std::vector<CsrName>& csr_names();

}  // namespace vm::riscv
