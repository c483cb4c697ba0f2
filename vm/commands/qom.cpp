// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/qom.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/notes.h"
#include "vm/machine/own_words.h"
#include "vm/machine/tree.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

/// The value of generated JSON text.
qapi::Any parsed(std::string_view json) {
  return qapi::Any(qapi::parse_json(json).value());
}

api::ObjectPropertyInfo describe(const PropertyType& property) {
  api::ObjectPropertyInfo info;
  info.name = property.name;
  info.type = property.type;
  if (!property.doc.empty()) info.description = property.doc;
  if (!property.default_json.empty()) info.default_value = parsed(property.default_json);
  return info;
}

std::vector<api::ObjectPropertyInfo> describe_all(const ObjectType& type) {
  std::vector<api::ObjectPropertyInfo> list;
  for (const PropertyType& property : type.properties) {
    list.push_back(describe(property));
  }
  return list;
}

}  // namespace

Result<> commands::object_add(Vm& vm, const api::ObjectAddArgs& args) {
  NewObject backend{
      .type = args.qom_type,
      .base = "backend",
      .parent = &vm.objects(),
      .name = args.id,
      .properties = args.properties,
  };
  TRY(vm.builder().build({&backend, 1}));
  note_backend(vm, args);
  return {};
}

Result<> commands::object_del(Vm& vm, const api::ObjectDelArgs& args) {
  Object* object = vm.objects().child(args.id);
  if (object == nullptr) {
    return fail(fmt::format("object '{}' not found", args.id));
  }
  note_removed(vm, *object);
  return vm.builder().remove(*object);
}

Result<std::vector<api::ObjectPropertyInfo>> commands::qom_list(
    Vm& vm,
    const api::QomListArgs& args
) {
  Object* object = TRY(find_object(vm.root(), args.path));
  auto list = describe_all(object->type());
  for (const auto& child : object->children()) {
    api::ObjectPropertyInfo info;
    info.name = child->name();
    info.type = fmt::format("child<{}>", child->type().name);
    list.push_back(info);
  }
  return list;
}

Result<qapi::Any> commands::qom_get(Vm& vm, const api::QomGetArgs& args) {
  Object* object = TRY(find_object(vm.root(), args.path));
  // Who sets an output as if it were a property asks for it as one, too.
  if (const auto inputs = TRY(driven_by(*object, args.property))) return parsed(*inputs);
  return parsed(TRY(get_property(*object, args.property)));
}

Result<> commands::qom_set(Vm& vm, const api::QomSetArgs& args) {
  Object* object = TRY(find_object(vm.root(), args.path));
  std::string before = TRY(get_property(*object, args.property));
  TRY(set_property(*object, args.property, args.value.json(), args.value.spelling(), vm.compat()));
  vm.undo().add([object, property = args.property, before] {
    qapi::Any value = parsed(before);
    // It was so before, so it can be so again.
    (void)set_property(*object, property, value.json(), value.spelling());
  });
  note_property(vm, *object, args);
  return {};
}

Result<std::vector<api::ObjectTypeInfo>> commands::qom_list_types(
    Vm& vm,
    const api::QomListTypesArgs& args
) {
  if (args.implements) TRY(vm.factory().expect(*args.implements));
  std::vector<api::ObjectTypeInfo> list;
  for (const ObjectType& type : vm.factory().types()) {
    if (type.is_abstract && !args.abstract) continue;
    if (args.implements && !type.is_a(*args.implements)) continue;
    api::ObjectTypeInfo info;
    info.name = type.name;
    if (type.is_abstract) info.abstract = true;
    if (type.base != nullptr) info.parent = std::string(type.base->name);
    list.push_back(info);
  }
  return list;
}

Result<std::vector<api::ObjectPropertyInfo>> commands::qom_list_properties(
    Vm& vm,
    const api::QomListPropertiesArgs& args
) {
  const ObjectType* type = TRY(vm.factory().expect(args.typename_));
  return describe_all(*type);
}

Result<std::vector<api::ObjectPropertyInfo>> commands::device_list_properties(
    Vm& vm,
    const api::DeviceListPropertiesArgs& args
) {
  const ObjectType* type = TRY(vm.factory().expect(args.typename_, "device"));
  return describe_all(*type);
}

Result<api::TreeNode> commands::query_tree(Vm& vm, const api::QueryTreeArgs& args) {
  Object* object = TRY(find_object(vm.root(), args.path));
  TreeFilter filter{.name = args.name};
  if (args.type) filter.type = TRY(vm.factory().expect(*args.type));
  api::TreeNode tree = tree_of(*object, args.depth, filter);
  if (args.format) tree.text = draw(tree, object->path(), *args.format);
  return tree;
}

}  // namespace vm
