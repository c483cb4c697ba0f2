// SPDX-License-Identifier: Apache-2.0
//
// RiscvBoot sets the harts of a cluster to where they start, and puts the guest's device tree into
// memory. Its reset comes after those of the harts and of the loaders, which it links to.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generated/objects/riscv_boot.h"

#include "vm/devices/device.h"

namespace vm {

class AddressSpace;
class Loader;
class RiscvCluster;

class RiscvBoot final : public Typed<Device, api::RiscvBootProps, api::RiscvBootState> {
 public:
  explicit RiscvBoot(Platform& platform) : platform_(platform) {}

  const api::RiscvBootProps& props() const { return props_; }
  RiscvCluster* cpus() const;

  /// Where the kernel's initial root file system lies, for the device tree; null without one.
  const Loader* initrd() const;

  /// What the guest is told of the machine: a flattened device tree. Fails when there is no memory
  /// for it.
  Result<> set_device_tree(std::vector<uint8_t> blob);

  void reset() override;

 protected:
  Result<> on_realize() override;

 private:
  const Loader* loader(const std::optional<Link>& link) const;
  AddressSpace& space() const;
  Result<> place();

  Platform& platform_;
  std::vector<uint8_t> device_tree_;
  uint64_t device_tree_at_ = 0;
  uint64_t info_at_ = 0;
};

}  // namespace vm
