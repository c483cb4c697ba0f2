// SPDX-License-Identifier: Apache-2.0
//
// The explicit gate that two sources of one input need.

#include "generated/objects/or_gate.h"

#include <algorithm>

#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr auto kOut = static_cast<unsigned>(api::OrGatePort::kOut);

class OrGate final : public Typed<Device, api::OrGateProps, api::OrGateState> {
 public:
  /// The inputs are what they are: devices lower them when they are reset themselves.
  void reset() override { update(); }

  void on_loaded() override { update(); }

  void irq_input(unsigned, unsigned index, bool level) override {
    state_.level[index] = level ? 1 : 0;
    update();
  }

 protected:
  Result<> on_configure() override {
    TRY(Device::on_configure());
    state_.level.assign(props_.num_inputs, 0);
    return {};
  }

 private:
  void update() {
    const auto is_high = [](uint8_t level) { return level != 0; };
    irq_out(kOut).set(std::any_of(state_.level.begin(), state_.level.end(), is_high));
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_or_gate(Platform&) {
  return std::make_unique<OrGate>();
}

}  // namespace vm
