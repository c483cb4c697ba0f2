// SPDX-License-Identifier: Apache-2.0
//
// chardev-add is object-add in the form that QMP clients know: a backend of type `file` is an
// object of type `chardev-file`.

#include "generated/commands/char.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/backends/chardev.h"
#include "vm/machine/notes.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

/// What `backend` says, as the properties of the object type.
qapi::Any properties_of(const api::ChardevBackend& backend) {
  std::string json = backend.u.visit([](const auto& branch) { return qapi::encoded(branch.data); });
  return qapi::Any(qapi::parse_json(json).value());
}

Chardev* as_chardev(Object& object) {
  return object.type().is_a("chardev") ? static_cast<Chardev*>(&object) : nullptr;
}

}  // namespace

Result<api::ChardevReturn> commands::chardev_add(Vm& vm, const api::ChardevAddArgs& args) {
  NewObject backend{
      .type = fmt::format("chardev-{}", to_string(args.backend.type())),
      .base = "chardev",
      .parent = &vm.objects(),
      .name = args.id,
      .properties = properties_of(args.backend),
  };
  TRY(vm.builder().build({&backend, 1}));
  vm.ledger().note({vm.objects().child(args.id)->path()});
  return api::ChardevReturn{};
}

Result<> commands::chardev_remove(Vm& vm, const api::ChardevRemoveArgs& args) {
  Object* object = vm.objects().child(args.id);
  if (object == nullptr || as_chardev(*object) == nullptr) {
    return fail(fmt::format("chardev '{}' not found", args.id));
  }
  note_removed(vm, *object);
  return vm.builder().remove(*object);
}

Result<std::vector<api::ChardevInfo>> commands::query_chardev(Vm& vm) {
  std::vector<api::ChardevInfo> list;
  for (const auto& object : vm.objects().children()) {
    const Chardev* chardev = as_chardev(*object);
    if (chardev == nullptr) continue;
    list.push_back(
        {.label = object->name(),
         .filename = chardev->filename(),
         .frontend_open = chardev->has_user()}
    );
  }
  return list;
}

}  // namespace vm
