// SPDX-License-Identifier: Apache-2.0
//
// RiscvCluster makes its harts, and hands each element of its inputs to the hart that it belongs
// to.

#pragma once

#include <vector>

#include "generated/objects/riscv_cluster.h"

#include "vm/devices/device.h"

namespace vm {

class RiscvHart;

class RiscvCluster final : public Typed<Device, api::RiscvClusterProps, api::RiscvClusterState> {
 public:
  explicit RiscvCluster(Platform& platform) : platform_(platform) {}

  const std::vector<RiscvHart*>& harts() const { return harts_; }
  const api::RiscvClusterProps& props() const { return props_; }

  /// The harts are devices of the tree, and are reset as such.
  void reset() override {}
  void irq_input(unsigned port, unsigned index, bool level) override;

 protected:
  Result<> on_configure() override;

 private:
  Result<> make_hart(uint32_t index);

  Platform& platform_;
  std::vector<RiscvHart*> harts_;
};

}  // namespace vm
