// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/chardev_ringbuf.h"

namespace vm {

void ChardevRingbuf::on_output() {
  for (std::string sent; !(sent = take_output(kBufferSize)).empty();) {
    add(sent);
  }
}

void ChardevRingbuf::add(const std::string& bytes) {
  held_ += bytes;
  if (held_.size() > props_.size) held_.erase(0, held_.size() - props_.size);
}

std::string ChardevRingbuf::take(size_t most) {
  std::string taken = held_.substr(0, most);
  held_.erase(0, taken.size());
  return taken;
}

Result<std::unique_ptr<Object>> create_chardev_ringbuf(Platform& platform) {
  return std::make_unique<ChardevRingbuf>(platform);
}

}  // namespace vm
