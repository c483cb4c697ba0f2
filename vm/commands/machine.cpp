// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/machine.h"

#include "generated/objects/object_table.h"

#include "vm/devices/riscv_boot.h"
#include "vm/machine/apply.h"
#include "vm/machine/device_tree.h"
#include "vm/machine/expand.h"
#include "vm/machine/spec_library.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

void find_boots(Object& object, std::vector<RiscvBoot*>& boots) {
  if (auto* boot = dynamic_cast<RiscvBoot*>(&object)) boots.push_back(boot);
  for (const auto& child : object.children()) {
    find_boots(*child, boots);
  }
}

/// Lets each device look at the machine around it.
Result<> complete(Object& object) {
  if (auto* device = dynamic_cast<Device*>(&object)) TRY(device->on_machine_done());
  for (const auto& child : object.children()) {
    TRY(complete(*child));
  }
  return {};
}

api::MachineInfo describe(const machine::Spec& spec) {
  api::MachineInfo info;
  info.name = spec.name;
  if (!spec.doc.empty()) info.doc = spec.doc;
  for (const auto& [name, param] : spec.params) {
    api::MachineParamInfo& described = info.params.emplace_back();
    described.name = name;
    described.type = to_string(param.type);
    described.default_ = param.default_;
    described.doc = param.doc;
  }
  return info;
}

}  // namespace

Result<> commands::machine_set(Vm& vm, const api::MachineSetArgs& args) {
  machine::SpecLibrary library(machine::shipped_specs());
  const machine::Spec* spec = TRY(library.machine(args.type));
  machine::Plan plan =
      TRY(machine::expand(*spec, args.params, {.types = object_table(), .specs = library}));
  vm.undo().add([&vm] { vm.plan().reset(); });
  vm.plan() = std::move(plan);
  return {};
}

Result<> commands::machine_init(Vm& vm) {
  return machine::apply(*vm.plan(), vm.builder());
}

Result<> commands::machine_done(Vm& vm) {
  std::vector<RiscvBoot*> boots;
  find_boots(vm.machine(), boots);
  for (RiscvBoot* boot : boots) {
    auto tree = TRY(machine::device_tree(vm.machine(), *boot));
    TRY(boot->set_device_tree(std::move(tree)));
  }
  TRY(complete(vm.machine()));
  vm.reset_machine();
  return {};
}

Result<std::vector<api::MachineInfo>> commands::query_machines(Vm&) {
  machine::SpecLibrary library(machine::shipped_specs());
  std::vector<api::MachineInfo> list;
  for (const machine::Spec* spec : TRY(library.shipped_machines())) {
    list.push_back(describe(*spec));
  }
  return list;
}

Result<std::vector<api::PlannedCommand>> commands::query_machine_plan(Vm& vm) {
  return machine::report(*vm.plan());
}

}  // namespace vm
