// SPDX-License-Identifier: Apache-2.0
//
// Clocks that nobody has thought of: what runs at a frequency that only its type knows, and harts
// whose idea of the time is not that of the timer that interrupts them.

#include <fmt/format.h>

#include "vm/base/must.h"
#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/lint.h"
#include "vm/machine/resolve.h"
#include "vm/object/gather.h"
#include "vm/object/property_access.h"

namespace vm::machine {
namespace {

constexpr std::string_view kHertz = "frequency";
constexpr std::string_view kTimebase = "timebase-frequency";
constexpr std::string_view kTimerInputs = "mti";

void check_given(const DryRun& trial, const Device& device, const Warn& warn) {
  for (const PropertyType& property : device.type().properties) {
    const bool is_frequency = property.name.ends_with(kHertz) && !property.default_json.empty() &&
                              property.use == PropertyUse::Config;
    if (!is_frequency || trial.is_given(device, property.name)) continue;
    warn(
        device,
        fmt::format(
            "nobody clocks '{}': its {} is the {} Hz that any {} has by default",
            machine_path(device),
            property.name,
            property.default_json,
            device.type().name
        )
    );
  }
}

/// The device whose timer interrupts that hart; null when there is none.
const Device* timer_of(const RiscvCluster& cluster, const WireBook& wires, unsigned hart) {
  unsigned port = 0;
  for (const PortType& each : cluster.type().ports) {
    if (each.kind != PortKind::IrqIn) continue;
    if (each.name == kTimerInputs) break;
    ++port;
  }
  auto* device = const_cast<RiscvCluster*>(&cluster);  // an end is one that could be wired
  const auto driver = wires.driver({device, {PortKind::IrqIn, port, hart}});
  return driver ? driver->device : nullptr;
}

void check_timebase(const RiscvCluster& cluster, const WireBook& wires, const Warn& warn) {
  const std::string expected = must(get_property(cluster, kTimebase));
  for (unsigned hart = 0; hart < cluster.props().count; ++hart) {
    const Device* timer = timer_of(cluster, wires, hart);
    if (timer == nullptr || timer->type().find_property(kTimebase) == nullptr) continue;
    const std::string found = must(get_property(*timer, kTimebase));
    if (found == expected) continue;
    return warn(
        cluster,
        fmt::format(
            "the harts of '{}' count {} ticks a second, and their timer '{}' counts {}",
            machine_path(cluster),
            expected,
            machine_path(*timer),
            found
        )
    );
  }
}

}  // namespace

void lint_clocks(DryRun& trial, const Warn& warn) {
  for (Device* device : gather<Device>(trial.machine())) {
    // What a device has made itself it clocks itself.
    if (trial.is_planned(*device)) check_given(trial, *device, warn);
  }
  for (const RiscvCluster* cluster : gather<RiscvCluster>(trial.machine())) {
    check_timebase(*cluster, trial.wires(), warn);
  }
}

}  // namespace vm::machine
