// SPDX-License-Identifier: Apache-2.0

#include "vm/irq/irq.h"

#include <algorithm>

namespace vm {

void IrqOutput::set(bool level) {
  if (level == level_) return;
  level_ = level;
  for (const IrqInput& input : inputs_) {
    input.sink->irq_input(input.port, input.index, level);
  }
}

void IrqOutput::pulse() {
  set(true);
  set(false);
}

void IrqOutput::connect(IrqInput input) {
  inputs_.push_back(input);
  // Inputs are low until told otherwise.
  if (level_) input.sink->irq_input(input.port, input.index, true);
}

void IrqOutput::disconnect(IrqInput input) {
  auto found = std::find(inputs_.begin(), inputs_.end(), input);
  if (found == inputs_.end()) return;
  inputs_.erase(found);
  if (level_) input.sink->irq_input(input.port, input.index, false);
}

}  // namespace vm
