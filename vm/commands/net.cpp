// SPDX-License-Identifier: Apache-2.0
//
// netdev_add is object-add in the form that QMP clients know: a backend of type `user` is an object
// of type `netdev-user`.

#include "generated/commands/net.h"

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "vm/backends/netdev.h"
#include "vm/base/must.h"
#include "vm/machine/notes.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

constexpr std::string_view kPrefix = "netdev-";

/// What `args` says of the backend, as the properties of the object type.
qapi::Any properties_of(const api::Netdev& args) {
  const std::string json = args.u.visit([](const auto& branch) { return qapi::encoded(branch); });
  return qapi::Any(qapi::parse_json(json).value());
}

Netdev* as_netdev(Object& object) {
  return object.type().is_a("netdev") ? static_cast<Netdev*>(&object) : nullptr;
}

Result<Netdev*> find_netdev(Vm& vm, const std::string& id) {
  Object* const object = vm.objects().child(id);
  Netdev* const netdev = object != nullptr ? as_netdev(*object) : nullptr;
  if (netdev == nullptr) return fail(fmt::format("network backend '{}' not found", id));
  return netdev;
}

api::NetdevInfo describe(const Netdev& netdev) {
  api::NetdevInfo info;
  info.id = netdev.name();
  const qapi::Json type = netdev.type().name.substr(kPrefix.size());
  info.type = must(qapi::decode_all<api::NetClientDriver>(type, qapi::Spelling::Json));
  info.info = netdev.info();
  info.link_up = netdev.is_link_up();
  if (!netdev.user_path().empty()) info.user = netdev.user_path();
  info.sent = netdev.counts().sent;
  info.received = netdev.counts().received;
  info.dropped = netdev.counts().dropped;
  return info;
}

}  // namespace

Result<> commands::netdev_add(Vm& vm, const api::Netdev& args) {
  NewObject backend{
      .type = fmt::format("{}{}", kPrefix, to_string(args.type())),
      .base = "netdev",
      .parent = &vm.objects(),
      .name = args.id,
      .properties = properties_of(args),
  };
  TRY(vm.builder().build({&backend, 1}));
  vm.ledger().note({vm.objects().child(args.id)->path()});
  return {};
}

Result<> commands::netdev_del(Vm& vm, const api::NetdevDelArgs& args) {
  Netdev* const netdev = TRY(find_netdev(vm, args.id));
  note_removed(vm, *netdev);
  return vm.builder().remove(*netdev);
}

Result<> commands::set_link(Vm& vm, const api::SetLinkArgs& args) {
  Netdev* const netdev = TRY(find_netdev(vm, args.name));
  const bool before = netdev->is_link_up();
  netdev->set_link(args.up);
  vm.undo().add([netdev, before] { netdev->set_link(before); });
  vm.ledger().note({netdev->path()});
  return {};
}

Result<std::vector<api::NetdevInfo>> commands::query_netdevs(Vm& vm) {
  std::vector<api::NetdevInfo> list;
  for (const auto& object : vm.objects().children()) {
    if (const Netdev* netdev = as_netdev(*object)) list.push_back(describe(*netdev));
  }
  return list;
}

}  // namespace vm
