// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/debug.h"

#include <fmt/format.h>

#include "vm/devices/riscv_hart.h"
#include "vm/machine/resolve.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

/// The one that is named, or all.
Result<std::vector<RiscvHart*>> resolve_harts(Vm& vm, const std::optional<std::string>& name) {
  if (!name) return harts_of(vm.machine());
  auto* hart = dynamic_cast<RiscvHart*>(TRY(resolve_device(vm.root(), *name)));
  if (hart == nullptr) return fail(fmt::format("'{}' is no hart", *name));
  return std::vector{hart};
}

void add(Vm& vm, riscv::Hart& hart, uint64_t address) {
  if (hart.has_breakpoint(address)) return;
  vm.undo().add([&vm, &hart, address] {
    const GuestPause pause(vm);
    hart.remove_breakpoint(address);
  });
  hart.add_breakpoint(address);
}

void remove(Vm& vm, riscv::Hart& hart, uint64_t address) {
  vm.undo().add([&vm, &hart, address] {
    const GuestPause pause(vm);
    hart.add_breakpoint(address);
  });
  hart.remove_breakpoint(address);
}

}  // namespace

Result<> commands::breakpoint_add(Vm& vm, const api::BreakpointAddArgs& args) {
  const GuestPause pause(vm);
  for (RiscvHart* hart : TRY(resolve_harts(vm, args.hart))) {
    add(vm, hart->hart(), args.address);
  }
  return {};
}

Result<> commands::breakpoint_remove(Vm& vm, const api::BreakpointRemoveArgs& args) {
  const GuestPause pause(vm);
  bool is_anywhere = false;
  for (RiscvHart* hart : TRY(resolve_harts(vm, args.hart))) {
    if (!hart->hart().has_breakpoint(args.address)) continue;
    is_anywhere = true;
    remove(vm, hart->hart(), args.address);
  }
  if (is_anywhere) return {};
  return fail(fmt::format("there is no breakpoint at {:#x}", args.address));
}

Result<std::vector<api::BreakpointInfo>> commands::query_breakpoints(Vm& vm) {
  std::vector<api::BreakpointInfo> list;
  for (RiscvHart* hart : harts_of(vm.machine())) {
    for (const uint64_t address : hart->hart().breakpoints()) {
      list.push_back({.hart = hart->path(), .address = address});
    }
  }
  return list;
}

}  // namespace vm
