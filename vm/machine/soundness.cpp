// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/soundness.h"

namespace vm::machine {

void check_soundness(Object& machine, const Fault& fault) {
  check_harts(machine, fault);
  check_firmware(machine, fault);
}

}  // namespace vm::machine
