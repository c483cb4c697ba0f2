// SPDX-License-Identifier: Apache-2.0
//
// chardev-add is object-add in the form that QMP clients know: a backend of type `file` is an
// object of type `chardev-file`.

#include "generated/commands/char.h"

#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/utf8.h"
#include "vm/backends/chardev.h"
#include "vm/backends/chardev_ringbuf.h"
#include "vm/base/base64.h"
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

Result<ChardevRingbuf*> find_ringbuf(Vm& vm, const std::string& id) {
  Chardev* const chardev = TRY(find_chardev(vm.objects(), id));
  if (chardev->type().name != "chardev-ringbuf") {
    return fail(fmt::format("chardev '{}' is no ring buffer, but {}", id, chardev->type().name));
  }
  return static_cast<ChardevRingbuf*>(chardev);
}

/// The command that changes what it holds may come to be taken back.
void remember(Vm& vm, ChardevRingbuf* ring) {
  vm.undo().add([ring, before = ring->held()] { ring->hold(before); });
}

/// The bytes as text, with a sign where they are none.
std::string as_utf8(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::string_view before = bytes;
    const bool is_text = qapi::take_code_point(bytes) != qapi::kReplacementCharacter;
    text += is_text ? before.substr(0, before.size() - bytes.size()) : "\xef\xbf\xbd";
  }
  return text;
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
  const auto& added = static_cast<const Chardev&>(*vm.objects().child(args.id));
  vm.ledger().note({added.path()});
  api::ChardevReturn made;
  if (args.backend.type() == api::ChardevBackendKind::Pty) {
    made.pty = added.filename().substr(std::string_view("pty:").size());
  }
  return made;
}

Result<> commands::chardev_remove(Vm& vm, const api::ChardevRemoveArgs& args) {
  Chardev* const chardev = TRY(find_chardev(vm.objects(), args.id));
  note_removed(vm, *chardev);
  return vm.builder().remove(*chardev);
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

Result<> commands::ringbuf_write(Vm& vm, const api::RingbufWriteArgs& args) {
  ChardevRingbuf* const ring = TRY(find_ringbuf(vm, args.device));
  remember(vm, ring);
  if (args.format == api::DataFormat::Utf8) {
    ring->add(args.data);
    return {};
  }
  const std::optional<std::string> bytes = from_base64(args.data);
  if (!bytes) return fail("'data' is not base64");
  ring->add(*bytes);
  return {};
}

Result<std::string> commands::ringbuf_read(Vm& vm, const api::RingbufReadArgs& args) {
  ChardevRingbuf* const ring = TRY(find_ringbuf(vm, args.device));
  remember(vm, ring);
  const std::string bytes = ring->take(static_cast<size_t>(args.size));
  return args.format == api::DataFormat::Base64 ? to_base64(bytes) : as_utf8(bytes);
}

}  // namespace vm
