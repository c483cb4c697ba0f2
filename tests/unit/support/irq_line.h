// SPDX-License-Identifier: Apache-2.0
//
// IrqLine is the far end of an interrupt output: it remembers the level. It and the device may go
// in either order.

#pragma once

#include <deque>

#include "vm/irq/irq.h"

namespace vm {

class IrqLine {
 public:
  explicit IrqLine(IrqOutput& output) { output.connect({&end_, 0, 0}); }
  IrqLine(const IrqLine&) = delete;
  IrqLine& operator=(const IrqLine&) = delete;

 private:
  struct End final : IrqSink {
    void irq_input(unsigned, unsigned, bool level) override {
      is_high = level;
      ++changes;
    }

    bool is_high = false;
    int changes = 0;
  };

  /// Outputs may still drive it when the line is gone: it stays until the program ends.
  static End& new_end() {
    static std::deque<End> ends;
    return ends.emplace_back();
  }

  End& end_ = new_end();

 public:
  bool& is_high = end_.is_high;
  int& changes = end_.changes;
};

}  // namespace vm
