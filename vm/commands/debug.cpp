// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/debug.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/base/free_id.h"
#include "vm/devices/riscv_hart.h"
#include "vm/gdb/server.h"
#include "vm/machine/resolve.h"
#include "vm/machine/vm.h"
#include "vm/object/gather.h"

namespace vm {
namespace {

/// The one that is named, or all.
Result<std::vector<RiscvHart*>> resolve_harts(Vm& vm, const std::optional<std::string>& name) {
  if (!name) return gather<RiscvHart>(vm.machine());
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
  for (RiscvHart* hart : gather<RiscvHart>(vm.machine())) {
    for (const uint64_t address : hart->hart().breakpoints()) {
      list.push_back({.hart = hart->path(), .address = address});
    }
  }
  return list;
}

namespace {

using DebugServers = std::vector<std::shared_ptr<DebugServer>>;

DebugServers::iterator find_server(DebugServers& servers, std::string_view id) {
  return std::find_if(servers.begin(), servers.end(), [&](const auto& server) {
    return server->id() == id;
  });
}

}  // namespace

Result<> commands::gdbserver_start(Vm& vm, const api::GdbserverOptions& args) {
  DebugServers& servers = vm.debug_servers();
  const auto is_taken = [&](const std::string& name) {
    return find_server(servers, name) != servers.end();
  };
  const std::string id = args.id ? *args.id : qapi::free_id("gdb", is_taken);
  if (is_taken(id)) {
    return fail(fmt::format("there is a server for gdb '{}' already", id));
  }
  const qapi::Reach reach = args.insecure ? qapi::Reach::Anywhere : qapi::Reach::Loopback;
  servers.push_back(TRY(gdb::Server::open(vm, {id, args.listen, reach})));
  vm.undo().add([&servers, id] { servers.erase(find_server(servers, id)); });
  // By the name that was chosen for it; a file leaves the choice to whoever loads it.
  vm.ledger().note({id});
  return {};
}

Result<> commands::gdbserver_stop(Vm& vm, const api::GdbserverStopArgs& args) {
  DebugServers& servers = vm.debug_servers();
  const auto found = find_server(servers, args.id);
  if (found == servers.end()) return fail(fmt::format("no server for gdb '{}'", args.id));
  // The undo log lets go of it when nothing can bring it back; that closes it.
  vm.undo().add([&servers, at = found - servers.begin(), server = *found] {
    servers.insert(servers.begin() + at, server);
  });
  servers.erase(found);
  return {};
}

Result<std::vector<api::GdbserverInfo>> commands::query_gdbservers(Vm& vm) {
  std::vector<api::GdbserverInfo> list;
  for (const auto& server : vm.debug_servers()) {
    list.push_back({.id = server->id(), .listen = server->listen(), .client = server->client()});
  }
  return list;
}

}  // namespace vm
