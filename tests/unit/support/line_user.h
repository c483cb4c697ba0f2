// SPDX-License-Identifier: Apache-2.0
//
// LineUser is a device on a serial line that does what the test says.

#pragma once

#include <mutex>
#include <span>
#include <string>

#include "vm/backends/chardev.h"
#include "vm/object/platform.h"

namespace vm {

class LineUser final : public ChardevUser {
 public:
  explicit LineUser(Platform& platform) : platform_(platform) {}

  size_t can_receive() override { return room; }
  void receive(std::span<const uint8_t> bytes) override {
    received.append(bytes.begin(), bytes.end());
  }
  void on_writable() override { ++writable; }
  void on_resized() override { ++resized; }

  size_t send(Chardev& line, std::span<const uint8_t> bytes) {
    std::lock_guard hold(platform_.machine_lock());
    return line.write(bytes);
  }

  size_t send(Chardev& line, std::string_view text) {
    return send(line, {reinterpret_cast<const uint8_t*>(text.data()), text.size()});
  }

  size_t room = 100;
  std::string received;
  int writable = 0;
  int resized = 0;

 private:
  Platform& platform_;
};

}  // namespace vm
