// Generated from schema/qom.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/qom.cpp.

#pragma once

#include <vector>

#include "generated/types/qom.h"

#include "runtime/base/result.h"
#include "runtime/json/any.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Creates an object that is not part of the machine, under /objects.
qapi::Result<> object_add(vm::Vm& vm, const api::ObjectAddArgs& args);

/// Destroys an object made by object-add. Nothing may be linked to it.
qapi::Result<> object_del(vm::Vm& vm, const api::ObjectDelArgs& args);

/// Lists the properties and the children of an object.
///
/// Returns the properties, children among them
qapi::Result<std::vector<api::ObjectPropertyInfo>> qom_list(
    vm::Vm& vm,
    const api::QomListArgs& args
);

/// Reports the value of a property.
///
/// Returns its value
qapi::Result<qapi::Any> qom_get(vm::Vm& vm, const api::QomGetArgs& args);

/// Sets a property, if the object's life has come to where it may be set.
qapi::Result<> qom_set(vm::Vm& vm, const api::QomSetArgs& args);

/// Lists object types.
///
/// Returns the types
qapi::Result<std::vector<api::ObjectTypeInfo>> qom_list_types(
    vm::Vm& vm,
    const api::QomListTypesArgs& args
);

/// Lists the properties of an object type.
///
/// Returns its properties, those of its bases first
qapi::Result<std::vector<api::ObjectPropertyInfo>> qom_list_properties(
    vm::Vm& vm,
    const api::QomListPropertiesArgs& args
);

/// Lists the properties that device_add takes for an object type.
///
/// Returns its properties
qapi::Result<std::vector<api::ObjectPropertyInfo>> device_list_properties(
    vm::Vm& vm,
    const api::DeviceListPropertiesArgs& args
);

/// Reports the tree of objects in one go, with their properties, maps and wires. With `type` or
/// `name` only the objects that both are true of, and those that they are in, so that it stays
/// one tree.
///
/// Returns the object
qapi::Result<api::TreeNode> query_tree(vm::Vm& vm, const api::QueryTreeArgs& args);

}  // namespace vm::commands
