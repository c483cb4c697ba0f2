// Generated from schema/devices/riscv-boot.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/riscv_boot.cpp.

#pragma once

#include <memory>
#include <string>

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class Reader;
class Writer;
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

  /// where the images and the device tree are
  vm::Link space;

  /// runs first, in machine mode; without one the kernel does
  vm::Link firmware;

  /// what the firmware starts, in supervisor mode
  vm::Link kernel;

  /// the kernel's initial root file system
  vm::Link initrd;

  /// the kernel's command line
  std::string append;
};

/// What a snapshot of `riscv-boot` holds.
struct RiscvBootState {};

bool decode(const qapi::Reader& in, RiscvBootState& value);
void encode(qapi::Writer& out, const RiscvBootState& value);

}  // namespace api

namespace vm {

/// Where the harts of a cluster start, and what they are told: the hart's number in a0 and the
/// address of the device tree in a1, as the SBI and the Linux boot protocol have it; in a2 the
/// address of a `fw_dynamic_info`, as OpenSBI's fw_dynamic firmware expects it (OpenSBI,
/// docs/firmware/fw_dynamic.md). The device tree, generated from the machine, is put at the end
/// of memory.
Result<std::unique_ptr<Object>> create_riscv_boot(Platform& platform);

}  // namespace vm
