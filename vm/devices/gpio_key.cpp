// SPDX-License-Identifier: Apache-2.0
//
// A key on a pin. The guest sees nothing but the level of the line.

#include "generated/objects/gpio_key.h"

#include "vm/base/clock.h"
#include "vm/devices/device.h"
#include "vm/devices/keyboard.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kOut = static_cast<unsigned>(api::GpioKeyPort::kOut);

class GpioKey final : public Typed<Device, api::GpioKeyProps, api::GpioKeyState>, public Keyboard {
 public:
  explicit GpioKey(Platform& platform)
      : clock_(platform.clock()),
        release_(clock_, [this] { let_go(); }) {}

  void reset() override {
    release_.cancel();
    let_go();
  }

  void on_loaded() override {
    if (state_.pressed) release_.arm(state_.release_at_ns);
    update();
  }

  bool has_key(uint16_t code) const override { return code == props_.linux_code; }

  void press(std::span<const uint16_t>, uint64_t hold_ns) override {
    state_.pressed = true;
    state_.release_at_ns = clock_.now_ns() + hold_ns;
    release_.arm(state_.release_at_ns);
    update();
  }

 protected:
  void on_unrealize() override {
    release_.cancel();
    Device::on_unrealize();
  }

 private:
  void let_go() {
    state_ = {};
    update();
  }

  void update() { irq_out(kOut).set(state_.pressed != props_.active_low); }

  VirtualClock& clock_;
  Timer release_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_gpio_key(Platform& platform) {
  return std::make_unique<GpioKey>(platform);
}

}  // namespace vm
