// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_bind.h"

#include <set>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/source_map.h"
#include "vm/machine/expand_names.h"
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

/// Gives the parameters of one scope their values, one after the other.
class Binder {
 public:
  Binder(Scope& scope, Faults& faults, const ReportParam& report)
      : scope_(scope),
        faults_(faults),
        report_(report),
        params_(params_of(scope.layers)) {}

  /// Whether all have one.
  bool bind(const qapi::Any& given) {
    for (const LayeredParam& param : params_) {
      const auto found = given.json().find(param.name());
      bind_one(param, found == given.json().end() ? nullptr : &*found, given.spelling());
    }
    return scope_.names.size() == params_.size();
  }

 private:
  void bind_one(const LayeredParam& param, const qapi::Json* given, qapi::Spelling spelling) {
    const std::string& name = param.name();
    if (given == nullptr && !param.has_default())
      return fail_param(name, {.desc = fmt::format("Parameter '{}' is missing", name)});
    const auto report = [&](const Place& place, const qapi::Json& written, Error error) {
      add_fault(param, place, written, std::move(error));
    };
    const Place place =
        scope_.place(*param.layer, "/params" + qapi::pointer_step(name), "params." + name);
    const ParamRule rule = read_rule(*param.declared, place, scope_.names, report);
    if (given != nullptr) {
      Result<Value> value = read_param(*param.declared, rule, *given, spelling);
      if (!value) return fail_param(name, std::move(value).error());
      scope_.names[name] = *std::move(value);
      return;
    }
    Result<Value> value = default_param(param, rule, scope_.names);
    if (value) {
      scope_.names[name] = *std::move(value);
      return;
    }
    add_fault(
        param,
        place_of_default(scope_, param),
        written_default(param),
        std::move(value).error()
    );
    faulty_.insert(name);
  }

  void fail_param(const std::string& name, Error error) {
    faulty_.insert(name);
    report_(name, std::move(error));
  }

  /// That a value cannot be computed. What is computed from a faulty parameter is no further fault,
  /// and a parameter that has no value yet is not the same as one that there is not.
  void add_fault(
      const LayeredParam& param,
      const Place& place,
      const qapi::Json& written,
      Error error
  ) {
    for (const LayeredParam& other : params_) {
      const std::string& name = other.name();
      if (scope_.names.contains(name) || !names_in(written, name)) continue;
      if (faulty_.contains(name)) return;
      error.desc +=
          name == param.name()
              ? fmt::format("; '{}' cannot be computed from itself", name)
              : fmt::format("; '{}' is declared below, and only what is above is seen", name);
      break;
    }
    faults_.add(place, std::move(error));
  }

  Scope& scope_;
  Faults& faults_;
  const ReportParam& report_;
  const std::vector<LayeredParam> params_;
  std::set<std::string> faulty_;
};

}  // namespace

Place place_of_default(const Scope& scope, const LayeredParam& param) {
  const std::string pointer = "/params" + qapi::pointer_step(param.name());
  const std::string label = "params." + param.name();
  return param.value != nullptr ? scope.place(*param.value_layer, pointer, label)
                                : scope.place(*param.layer, pointer + "/default", label);
}

bool bind_params(Scope& scope, const qapi::Any& given, Faults& faults, const ReportParam& report) {
  return Binder(scope, faults, report).bind(given);
}

void run_checks(const Scope& scope, Faults& faults) {
  for (const Spec* layer : scope.layers) {
    for (size_t i = 0; i < layer->checks.size(); ++i) {
      const api::SpecCheck& check = layer->checks[i];
      const Place place =
          scope.place(*layer, fmt::format("/checks/{}", i), fmt::format("checks[{}]", i));
      Result<bool> holds = evaluate_condition(check.that.json(), scope.names);
      if (!holds) {
        faults.add(place.member("that"), std::move(holds).error());
        continue;
      }
      if (*holds) continue;
      Result<Value> message = interpolate(check.else_, scope.names);
      if (message) {
        faults.add(place, to_text(*message));
      } else {
        faults.add(place.member("else"), std::move(message).error());
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
