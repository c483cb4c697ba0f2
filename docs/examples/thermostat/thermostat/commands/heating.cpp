// SPDX-License-Identifier: Apache-2.0
//
// The commands of schema/heating.json. None asks for the phase: those that run in some phases only
// are not called in the others.

#include "generated/commands/heating.h"

#include "generated/events/heating.h"
#include "generated/phases/phases.h"

#include "thermostat/thermostat.h"

namespace thermostat {
namespace {

bool is_heating(Thermostat& thermostat) {
  return thermostat.phases().now() == api::to_phase(api::ThermostatPhase::Heating);
}

/// Whether to heat from now on; between the two thresholds all stays as it is.
bool wants_heat(Thermostat& thermostat) {
  const Thermostat::State& state = thermostat.state();
  if (state.temperature <= state.target - state.hysteresis) return true;
  if (state.temperature >= state.target + state.hysteresis) return false;
  return is_heating(thermostat);
}

/// Tells clients when the heating goes on or off.
bool decide(Thermostat& thermostat) {
  bool heats = wants_heat(thermostat);
  if (heats != is_heating(thermostat)) {
    api::emit_heating_changed(
        thermostat.events(),
        {.on = heats, .temperature = thermostat.state().temperature}
    );
  }
  return heats;
}

}  // namespace

qapi::Result<> commands::switch_on(Thermostat&) {
  return {};
}

qapi::Result<> commands::switch_off(Thermostat& thermostat) {
  if (is_heating(thermostat)) {
    api::emit_heating_changed(
        thermostat.events(),
        {.on = false, .temperature = thermostat.state().temperature}
    );
  }
  return {};
}

qapi::Result<qapi::Going<api::SetTargetTo>> commands::set_target(
    Thermostat& thermostat,
    const api::SetTargetArgs& args
) {
  thermostat.state().target = args.temperature;
  thermostat.state().hysteresis = args.hysteresis;
  bool heats = decide(thermostat);
  return qapi::Going{heats ? api::SetTargetTo::Heating : api::SetTargetTo::Idle};
}

qapi::Result<qapi::Going<api::ReportTemperatureTo>> commands::report_temperature(
    Thermostat& thermostat,
    const api::ReportTemperatureArgs& args
) {
  thermostat.state().temperature = args.temperature;
  bool heats = decide(thermostat);
  return qapi::Going{heats ? api::ReportTemperatureTo::Heating : api::ReportTemperatureTo::Idle};
}

qapi::Result<api::HeatingStatus> commands::query_heating(Thermostat& thermostat) {
  const Thermostat::State& state = thermostat.state();
  return api::HeatingStatus{
      .phase = api::to_thermostat_phase(thermostat.phases().now()),
      .temperature = state.temperature,
      .target = state.target,
  };
}

}  // namespace thermostat
