// Generated from schema/devices/riscv-boot.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/riscv_boot.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `riscv-boot`.
struct RiscvBootProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the harts
  vm::Link cpus;

  /// harts of another kind that start at the same place, such as the monitor core beside a SoC's
  /// application cores
  vm::Link monitor;

  /// where the images and the device tree are
  vm::Link space;

  /// runs first, in machine mode; without one the kernel does
  vm::Link firmware;

  /// what the firmware starts, in supervisor mode
  vm::Link kernel;

  /// the kernel's initial root file system
  vm::Link initrd;

  /// address of what takes the place of the kernel where there is none, such as firmware in
  /// flash; 0: nothing does
  uint64_t start = 0;

  /// the kernel's command line
  std::string append;

  /// whether the harts are told anything. Off: they only start at the entry of the firmware, as a
  /// microcontroller's do.
  bool device_tree = true;

  /// what the device tree calls the machine
  std::string model = "coldplug";

  /// what it is compatible with, the closest first
  std::vector<std::string> compatible = {"riscv-virtio"};
};

/// What a snapshot of `riscv-boot` holds.
struct RiscvBootState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Where the harts of a cluster start, and what they are told: the hart's number in a0 and the
/// address of the device tree in a1, as the SBI and the Linux boot protocol have it; in a2 the
/// address of a `fw_dynamic_info`, as OpenSBI's fw_dynamic firmware expects it (OpenSBI,
/// docs/firmware/fw_dynamic.md). The device tree, generated from the machine, is put at the end
/// of memory.
Result<std::unique_ptr<Object>> create_riscv_boot(Platform& platform);

}  // namespace vm
