// SPDX-License-Identifier: Apache-2.0
//
// IrqLine is the far end of an interrupt output: it remembers the level. It goes before the output.

#pragma once

#include "vm/irq/irq.h"

namespace vm {

class IrqLine final : public IrqSink {
 public:
  explicit IrqLine(IrqOutput& output) : output_(output) { output.connect({this, 0, 0}); }
  ~IrqLine() override { output_.disconnect({this, 0, 0}); }
  IrqLine(const IrqLine&) = delete;
  IrqLine& operator=(const IrqLine&) = delete;

  void irq_input(unsigned, unsigned, bool level) override {
    is_high = level;
    ++changes;
  }

  bool is_high = false;
  int changes = 0;

 private:
  IrqOutput& output_;
};

}  // namespace vm
