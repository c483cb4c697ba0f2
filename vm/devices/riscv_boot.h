// SPDX-License-Identifier: Apache-2.0
//
// RiscvBoot sets the harts of a cluster to where they start, and puts the guest's device tree into
// memory. Its reset comes after those of the harts and of the loaders, which it links to.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generated/objects/riscv_boot.h"

#include "vm/devices/device.h"

namespace vm {

class AddressSpace;
struct FlatRange;
class Loader;
class RiscvHart;

class RiscvBoot final : public Typed<Device, api::RiscvBootProps, api::RiscvBootState> {
 public:
  explicit RiscvBoot(Platform& platform) : platform_(platform) {}

  const api::RiscvBootProps& props() const { return props_; }

  /// All that it starts: first those of `cpus`.
  std::vector<RiscvHart*> harts() const;

  /// Whether they are told of the machine.
  bool has_device_tree() const { return props_.device_tree; }

  /// Where the kernel's initial root file system lies, for the device tree; null without one.
  const Loader* initrd() const;

  /// What the guest is told of the machine: a flattened device tree. Fails when there is no memory
  /// for it.
  Result<> set_device_tree(std::vector<uint8_t> blob);

  void reset() override;
  void on_machine_undone() override { device_tree_.clear(); }

 protected:
  Result<> on_realize() override;

 private:
  const Loader* loader(const std::optional<Link>& link) const;
  AddressSpace& space() const;
  bool holds_image(uint64_t first, uint64_t last) const;
  std::optional<uint64_t> tree_place(const FlatRange& memory, uint64_t size) const;
  Result<> place();
  void write_tree(uint64_t next);
  void start(uint64_t entry, uint64_t tree_at, uint64_t info_at);

  Platform& platform_;
  std::vector<uint8_t> device_tree_;
  uint64_t device_tree_at_ = 0;
  uint64_t info_at_ = 0;
};

}  // namespace vm
