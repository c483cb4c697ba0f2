// SPDX-License-Identifier: Apache-2.0
//
// Interrupt wires. An output drives any number of inputs; an input has one driver. Levels change
// with the machine lock held.
//
//   TRY(uart.irq_out(kIrq, 0).connect(plic, kIn, 10));
//   uart.irq_out(kIrq, 0).set(true);   // plic.irq_input(kIn, 10, true)

#pragma once

#include <vector>

namespace vm {

/// Who has inputs.
class IrqSink {
 public:
  virtual ~IrqSink() = default;

  /// `port` is the index of the input in the schema's `irq-in`, `index` the element of an array.
  virtual void irq_input(unsigned port, unsigned index, bool level) = 0;
};

/// One input of one sink.
struct IrqInput {
  IrqSink* sink;
  unsigned port;
  unsigned index;

  bool operator==(const IrqInput&) const = default;
};

class IrqOutput {
 public:
  bool level() const { return level_; }
  const std::vector<IrqInput>& inputs() const { return inputs_; }

  /// Tells all inputs, if the level changes.
  void set(bool level);
  void pulse();

  /// The new input sees the present level. That it had no other driver is the caller's to know.
  void connect(IrqInput input);
  void disconnect(IrqInput input);

 private:
  bool level_ = false;
  std::vector<IrqInput> inputs_;
};

}  // namespace vm
