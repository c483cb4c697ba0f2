// SPDX-License-Identifier: Apache-2.0
//
// NetCard is a network card that does what the test says.

#pragma once

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

#include "vm/backends/netdev.h"
#include "vm/object/platform.h"

namespace vm {

class NetCard final : public NetUser {
 public:
  explicit NetCard(Platform& platform) : platform_(platform) {}

  bool receive(FrameView frame) override {
    if (!has_room) return false;
    received.emplace_back(frame.begin(), frame.end());
    return true;
  }
  void on_sendable() override { ++sendable; }
  void on_link_changed() override { ++link_changes; }

  bool send(Netdev& netdev, const Frame& frame) {
    const std::lock_guard hold(platform_.machine_lock());
    return netdev.send(frame);
  }

  /// A frame that is nothing but its text.
  bool send(Netdev& netdev, const std::string& text) {
    return send(netdev, Frame(text.begin(), text.end()));
  }

  bool has_received(const std::string& text) const {
    return std::count(received.begin(), received.end(), Frame(text.begin(), text.end())) != 0;
  }

  bool has_room = true;
  std::vector<Frame> received;
  int sendable = 0;
  int link_changes = 0;

 private:
  Platform& platform_;
};

}  // namespace vm
