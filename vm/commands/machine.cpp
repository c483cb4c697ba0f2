// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/machine.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "generated/objects/object_table.h"

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "vm/devices/riscv_boot.h"
#include "vm/machine/apply.h"
#include "vm/machine/device_tree.h"
#include "vm/machine/draft_file.h"
#include "vm/machine/expand.h"
#include "vm/machine/layers.h"
#include "vm/machine/plan_report.h"
#include "vm/machine/soundness.h"
#include "vm/machine/spec_library.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"
#include "vm/object/gather.h"

namespace vm {
namespace {

/// That of the path; without one, the only one that has a device tree, or the only one there is.
Result<RiscvBoot*> choose_boot(Vm& vm, const std::optional<std::string>& path) {
  if (path) {
    Object* object = TRY(find_object(vm.machine(), *path, "riscv-boot"));
    return static_cast<RiscvBoot*>(object);
  }
  std::vector<RiscvBoot*> boots = gather<RiscvBoot>(vm.machine());
  const auto silent = std::stable_partition(boots.begin(), boots.end(), [](const RiscvBoot* boot) {
    return boot->has_device_tree();
  });
  if (silent != boots.begin()) boots.erase(silent, boots.end());
  if (boots.size() == 1) return boots.front();
  if (boots.empty()) {
    return fail("the machine has no 'riscv-boot', which is what a device tree is made for");
  }
  std::vector<std::string> paths;
  paths.reserve(boots.size());
  for (const RiscvBoot* boot : boots) {
    paths.push_back(boot->path());
  }
  return fail(fmt::format("'boot' must say which device tree: {}", fmt::join(paths, " or ")));
}

Result<> write_file(const std::string& path, const std::vector<uint8_t>& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(
      reinterpret_cast<const char*>(bytes.data()),
      static_cast<std::streamsize>(bytes.size())
  );
  file.close();
  if (file) return {};
  return fail(fmt::format("cannot write '{}': {}", path, std::strerror(errno)));
}

/// Lets each device look at the machine around it.
Result<> complete(Object& machine) {
  for (Device* device : gather<Device>(machine)) {
    TRY(device->on_machine_done());
  }
  return {};
}

/// Those of the description are told with their places in it.
Result<> check_sound(Vm& vm) {
  std::vector<Error> faults;
  machine::check_soundness(vm.machine(), [&](const Object& object, const std::string& text) {
    const std::string origin = machine::origin_of(*vm.plan(), object.path());
    Error& fault = faults.emplace_back();
    fault.desc = origin.empty() ? text : fmt::format("{}: {}", origin, text);
  });
  if (faults.empty()) return {};
  return tl::unexpected(qapi::combine(std::move(faults)));
}

void undo_complete(Object& machine) {
  for (Device* device : gather<Device>(machine)) {
    device->on_machine_undone();
  }
}

/// What is known of machines and of parts alike.
template <typename Info>
Info describe(const machine::Spec& spec, const std::vector<const machine::Spec*>& layers) {
  Info info;
  info.name = spec.name;
  if (!spec.doc.empty()) info.doc = spec.doc;
  for (const machine::LayeredParam& each : machine::params_of(layers)) {
    const api::SpecParam& param = each.declared->value;
    api::MachineParamInfo& described = info.params.emplace_back();
    described.name = each.name();
    described.type = to_string(param.type);
    described.default_ = each.value != nullptr ? each.value->value : param.default_;
    described.min = param.min;
    described.max = param.max;
    described.in = param.in;
    described.doc = param.doc;
  }
  return info;
}

template <typename T>
std::vector<std::string> names_of(const machine::Entries<T>& entries) {
  std::vector<std::string> names;
  names.reserve(entries.size());
  for (const machine::Entry<T>& entry : entries) {
    names.push_back(entry.name);
  }
  return names;
}

}  // namespace

Result<> commands::machine_set(Vm& vm, const api::MachineSetArgs& args) {
  machine::SpecLibrary library(machine::shipped_specs());
  const machine::Spec* spec = TRY(library.machine(args.type));
  machine::Plan plan =
      TRY(machine::expand(*spec, args.params, {.types = object_table(), .specs = library}));
  vm.undo().add([&vm] { vm.plan().reset(); });
  vm.plan() = std::move(plan);
  qapi::Any given(qapi::Json{{"type", args.type}});
  given.json().update(vm.plan()->params.json());
  vm.ledger().note({}, std::move(given));
  return {};
}

Result<> commands::machine_init(Vm& vm) {
  return machine::apply(*vm.plan(), vm.builder());
}

Result<> commands::machine_done(Vm& vm) {
  TRY(check_sound(vm));
  vm.undo().add([&vm] { undo_complete(vm.machine()); });
  TRY(complete(vm.machine()));
  // They find their places among images that are known to fit.
  for (RiscvBoot* boot : gather<RiscvBoot>(vm.machine())) {
    if (!boot->has_device_tree()) continue;
    auto tree = TRY(machine::device_tree(vm.machine(), *boot));
    TRY(boot->set_device_tree(std::move(tree)));
  }
  vm.reset_machine();
  return {};
}

Result<api::MachinePlan> commands::machine_plan(Vm& vm, const api::MachinePlanArgs& args) {
  if (args.type.has_value() == args.spec.has_value())
    return fail("either 'type' or 'spec' is expected");
  machine::SpecLibrary library(machine::shipped_specs());
  Result<const machine::Spec*> spec =
      args.spec ? library.inline_machine(args.spec->json()) : library.machine(*args.type);
  if (!spec) return machine::failed_plan(spec.error());
  return machine::plan_report(**spec, args.params, library, vm.factory());
}

Result<> commands::dumpdtb(Vm& vm, const api::DumpdtbArgs& args) {
  RiscvBoot* boot = TRY(choose_boot(vm, args.boot));
  const std::vector<uint8_t> blob = TRY(machine::device_tree(vm.machine(), *boot));
  const std::string draft = draft_of(args.filename);
  rename_on_commit(vm, draft, args.filename);
  return write_file(draft, blob);
}

Result<std::vector<api::MachineInfo>> commands::query_machines(Vm&) {
  machine::SpecLibrary library(machine::shipped_specs());
  std::vector<api::MachineInfo> list;
  for (const machine::Spec* spec : TRY(library.shipped_machines())) {
    list.push_back(describe<api::MachineInfo>(*spec, TRY(machine::layers_of(*spec, library))));
  }
  return list;
}

Result<std::vector<api::PartInfo>> commands::query_parts(Vm&) {
  machine::SpecLibrary library(machine::shipped_specs());
  std::vector<api::PartInfo> list;
  for (const std::string_view name : library.shipped_parts()) {
    const machine::Spec& part = *TRY(library.part(name));
    auto& info = list.emplace_back(describe<api::PartInfo>(part, {&part}));
    info.props = names_of(part.exposed_props);
    info.ports = names_of(part.exposed_ports);
    info.spaces = names_of(part.exposed_spaces);
    info.nodes = names_of(part.exposed_nodes);
  }
  return list;
}

Result<std::vector<api::PlannedCommand>> commands::query_machine_plan(Vm& vm) {
  return machine::report(*vm.plan());
}

}  // namespace vm
