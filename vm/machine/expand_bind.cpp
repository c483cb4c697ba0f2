// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_bind.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/source_map.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/layers.h"

namespace vm::machine {
namespace {

/// Values that variations have for parameters that there are not.
void report_unknown_values(
    const Scope& scope,
    const std::vector<LayeredParam>& params,
    Faults& faults
) {
  for (const Spec* layer : scope.layers) {
    for (const Entry<qapi::Any>& value : layer->param_values) {
      if (find_param(params, value.name) != nullptr) continue;
      const Place place =
          scope.place(*layer, "/params" + qapi::pointer_step(value.name), "params." + value.name);
      faults.add(place, unknown_param(layer->base, params, value.name));
    }
  }
}

}  // namespace

Place place_of_default(const Scope& scope, const LayeredParam& param) {
  const std::string pointer = "/params" + qapi::pointer_step(param.name());
  const std::string label = "params." + param.name();
  return param.value != nullptr ? scope.place(*param.value_layer, pointer, label)
                                : scope.place(*param.layer, pointer + "/default", label);
}

bool bind_params(Scope& scope, const qapi::Any& given, Faults& faults, const ReportParam& report) {
  const std::vector<LayeredParam> params = params_of(scope.layers);
  for (const LayeredParam& param : params) {
    const std::string& name = param.name();
    const auto found = given.json().find(name);
    const bool is_given = found != given.json().end();
    if (!is_given && !param.has_default()) {
      report(name, {.desc = fmt::format("Parameter '{}' is missing", name)});
      continue;
    }
    Result<Value> value = is_given
                              ? read_param(*param.declared, *found, given.spelling(), scope.names)
                              : default_param(param, scope.names);
    if (value) {
      scope.names[name] = *std::move(value);
    } else if (is_given) {
      report(name, std::move(value).error());
    } else {
      faults.add(place_of_default(scope, param), std::move(value).error());
    }
  }
  return scope.names.size() == params.size();
}

void run_checks(const Scope& scope, Faults& faults) {
  for (const Spec* layer : scope.layers) {
    for (size_t i = 0; i < layer->checks.size(); ++i) {
      const api::SpecCheck& check = layer->checks[i];
      const Place place =
          scope.place(*layer, fmt::format("/checks/{}", i), fmt::format("checks[{}]", i));
      Result<bool> holds = evaluate_condition(check.that.json(), scope.names);
      if (!holds) {
        faults.add(place, std::move(holds).error());
      } else if (!*holds) {
        Result<Value> message = interpolate(check.else_, scope.names);
        faults.add(place, message ? to_text(*message) : message.error().desc);
      }
    }
  }
}

Result<> bind_machine(Scope& machine, const qapi::Any& given, Faults& faults) {
  const auto report = [&](const std::string& name, Error error) {
    error.desc = fmt::format("machine {}: {}", machine.spec->name, error.desc);
    error.path = name;
    error.pointer = qapi::pointer_step(name);
    faults.add_unplaced(std::move(error));
  };
  const std::vector<LayeredParam> params = params_of(machine.layers);
  for (const auto& [name, json] : given.json().items()) {
    if (find_param(params, name) == nullptr)
      report(name, {.desc = unknown_param(machine.spec->name, params, name)});
  }
  report_unknown_values(machine, params, faults);
  bind_params(machine, given, faults, report);
  if (faults.empty()) run_checks(machine, faults);
  if (faults.empty()) return {};
  return tl::unexpected(faults.take());
}

}  // namespace vm::machine
