// Generated from schema/machine.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/machine.cpp.

#pragma once

#include <vector>

#include "generated/types/machine.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Chooses the machine: reads its description and checks the parameters. Nothing is created
/// yet.
qapi::Result<> machine_set(vm::Vm& vm, const api::MachineSetArgs& args);

/// Builds the machine that the description plans: all of its objects, or none.
qapi::Result<> machine_init(vm::Vm& vm);

/// Completes the machine: generates the guest's device tree from it and resets it. Devices
/// added from here on are hot-plugged.
qapi::Result<> machine_done(vm::Vm& vm);

/// Writes the guest's device tree to a file, as a flattened device tree (Devicetree
/// Specification v0.4, chapter 5). It is generated from the machine as it stands; a file that
/// is there already is replaced.
qapi::Result<> dumpdtb(vm::Vm& vm, const api::DumpdtbArgs& args);

/// Lists the machines that come with the program.
///
/// Returns the machines
qapi::Result<std::vector<api::MachineInfo>> query_machines(vm::Vm& vm);

/// Lists the parts that come with the program.
///
/// Returns the parts
qapi::Result<std::vector<api::PartInfo>> query_parts(vm::Vm& vm);

/// Reports the commands that machine-init runs.
///
/// Returns the commands, in order
qapi::Result<std::vector<api::PlannedCommand>> query_machine_plan(vm::Vm& vm);

/// Reports what a machine would be made of, and all that is wrong with it, without making
/// anything: as a whole, and whatever machine there is. Backends that it needs need not be
/// there yet.
///
/// Returns the plan
qapi::Result<api::MachinePlan> machine_plan(vm::Vm& vm, const api::MachinePlanArgs& args);

}  // namespace vm::commands
