// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/migration.h"

#include "vm/machine/migration.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

constexpr api::MigrationCapability kCapabilities[] = {
    api::MigrationCapability::Events,
    api::MigrationCapability::PauseBeforeSwitchover,
};

}  // namespace

Result<api::MigrationInfo> commands::query_migrate(Vm& vm) {
  return vm.migration().info();
}

Result<> commands::migrate_set_capabilities(Vm& vm, const api::MigrateSetCapabilitiesArgs& args) {
  Migration& migration = vm.migration();
  for (const api::MigrationCapabilityStatus& wanted : args.capabilities) {
    const api::MigrationCapability capability = wanted.capability;
    vm.undo().add([&migration, capability, before = migration.has(capability)] {
      migration.set(capability, before);
    });
    migration.set(capability, wanted.state);
  }
  return {};
}

Result<std::vector<api::MigrationCapabilityStatus>> commands::query_migrate_capabilities(Vm& vm) {
  std::vector<api::MigrationCapabilityStatus> list;
  for (const api::MigrationCapability capability : kCapabilities) {
    list.push_back({.capability = capability, .state = vm.migration().has(capability)});
  }
  return list;
}

Result<> commands::migrate_set_parameters(Vm& vm, const api::MigrateSetParametersArgs& args) {
  Migration& migration = vm.migration();
  vm.undo().add([&migration, before = migration.max_bandwidth()] {
    migration.set_max_bandwidth(before);
  });
  migration.set_max_bandwidth(args.max_bandwidth.value_or(migration.max_bandwidth()));
  return {};
}

Result<api::MigrationParameters> commands::query_migrate_parameters(Vm& vm) {
  return api::MigrationParameters{.max_bandwidth = vm.migration().max_bandwidth()};
}

Result<> commands::migrate(Vm& vm, const api::MigrateArgs& args) {
  return vm.migration().send(args.uri);
}

Result<> commands::migrate_cancel(Vm& vm) {
  vm.migration().cancel();
  return {};
}

Result<> commands::migrate_continue(Vm& vm, const api::MigrateContinueArgs& args) {
  return vm.migration().go_on(args.state);
}

Result<> commands::migrate_await(Vm&) {
  return {};  // the phase is all
}

Result<> commands::migrate_incoming(Vm& vm, const api::MigrateIncomingArgs& args) {
  return vm.migration().receive(args.uri, args.exit_on_error);
}

}  // namespace vm
