// SPDX-License-Identifier: Apache-2.0
//
// SerialDevice is what all serial ports have in common: the link `chardev`, which is the far end of
// the line.
//
//   class SifiveUart final : public SerialDevice<api::SifiveUartProps, api::SifiveUartState> { ...
//   };

#pragma once

#include <span>

#include "vm/backends/chardev.h"
#include "vm/devices/device.h"

namespace vm {

template <typename Props, typename State>
class SerialDevice : public Typed<Device, Props, State>, public ChardevUser {
 protected:
  Result<> on_realize() override {
    chardev_ = linked<Chardev>(this->props_.chardev);
    return chardev_ != nullptr ? chardev_->attach(*this, this->path()) : Result<>();
  }

  void on_unrealize() override {
    if (chardev_ != nullptr) chardev_->detach(*this);
    chardev_ = nullptr;
  }

  /// can_receive() has grown.
  void accept_input() {
    if (chardev_ != nullptr && can_receive() > 0) chardev_->accept_input();
  }

  /// How many of the bytes are sent. Without a far end all are, into nothing.
  size_t transmit(std::span<const uint8_t> bytes) {
    return chardev_ != nullptr ? chardev_->write(bytes) : bytes.size();
  }

 private:
  Chardev* chardev_ = nullptr;
};

}  // namespace vm
