// SPDX-License-Identifier: Apache-2.0
//
// NodeMedium is a node as what an image lies in, or as what is seen where it holds nothing.

#pragma once

#include <atomic>
#include <cstdint>

#include "vm/backends/block.h"
#include "vm/backends/qcow2/medium.h"

namespace vm {

class NodeMedium final : public qcow2::Medium {
 public:
  explicit NodeMedium(Blockdev& node) : node_(node) {}

  int read(uint64_t offset, std::span<uint8_t> data) override;
  int write(uint64_t offset, std::span<const uint8_t> data) override;
  int flush() override;
  int discard(uint64_t offset, uint64_t length) override;
  uint64_t length() const override;

 private:
  Blockdev& node_;
  std::atomic<uint64_t> tried_ = 0;  // somebody may have written up to here, and failed
};

}  // namespace vm
