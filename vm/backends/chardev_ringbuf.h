// SPDX-License-Identifier: Apache-2.0
//
// ChardevRingbuf keeps the last of what was sent, for ringbuf-read.

#pragma once

#include <string>
#include <utility>

#include "generated/objects/chardev_ringbuf.h"

#include "vm/backends/chardev.h"

namespace vm {

class ChardevRingbuf final : public ChardevOf<api::ChardevRingbufProps, api::ChardevRingbufState> {
 public:
  explicit ChardevRingbuf(Platform& platform) : ChardevOf(platform) {}

  std::string filename() const override { return "ringbuf"; }

  const std::string& held() const { return held_; }
  void hold(std::string bytes) { held_ = std::move(bytes); }

  /// The oldest go when there is no room.
  void add(const std::string& bytes);

  /// The oldest bytes, which it no longer holds then.
  std::string take(size_t most);

 protected:
  void on_output() override;

 private:
  std::string held_;
};

}  // namespace vm
