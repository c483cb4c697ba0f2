// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/explain.h"

#include <algorithm>
#include <utility>

#include "runtime/json/json.h"
#include "vm/machine/expand_bind.h"
#include "vm/machine/expand_names.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expansion.h"
#include "vm/machine/layers.h"

namespace vm::machine {
namespace {

using api::ValueOrigin;
using api::ValueSource;
using qapi::Json;

/// The node of that path that no variation has taken away.
const Instance* find_node(const Scope& machine, std::string_view path) {
  const Scope* scope = &machine;
  for (;;) {
    if (scope == nullptr) return nullptr;
    const size_t end = std::min(path.find('/'), path.size());
    const auto found = scope->by_name.find(path.substr(0, end));
    if (found == scope->by_name.end() || found->second->removal) return nullptr;
    if (end == path.size()) return found->second;
    path.remove_prefix(end + 1);
    scope = found->second->part.get();
  }
}

class Explainer {
 public:
  explicit Explainer(const GivenParams& given) : given_(given) {}

  ValueOrigin explain(const Setting& setting) const {
    ValueOrigin origin;
    origin.name = setting.name;
    if (setting.value) origin.value = *setting.value;
    say_where(origin, setting.place, setting.written);
    return origin;
  }

 private:
  void say_given(ValueOrigin& origin) const {
    origin.source = ValueSource::Command;
    if (!given_.where.empty()) origin.where = given_.where;
  }

  void say_where(ValueOrigin& origin, const Place& place, const Json* written) const {
    if (place.scope->is_around) return say_given(origin);
    origin.source = ValueSource::Description;
    origin.where = place.origin();
    if (written == nullptr || !has_expression(*written)) return;
    origin.written = qapi::Any(*written);
    std::vector<ValueOrigin> because = parameters_in(*written, *place.scope);
    if (!because.empty()) origin.because = std::move(because);
  }

  std::vector<ValueOrigin> parameters_in(const Json& written, const Scope& scope) const {
    std::vector<ValueOrigin> found;
    for (const auto& [name, value] : scope.names) {
      if (names_in(written, name)) found.push_back(explain_parameter(name, scope));
    }
    return found;
  }

  ValueOrigin explain_parameter(const std::string& name, const Scope& scope) const {
    ValueOrigin origin;
    origin.name = name;
    origin.value = to_any(scope.names.at(name));
    if (scope.instance == nullptr && given_.values.json().contains(name)) {
      say_given(origin);
      return origin;
    }
    const Setting* setting =
        scope.instance != nullptr ? scope.instance->find_setting(name) : nullptr;
    if (setting != nullptr) {
      say_where(origin, setting->place, setting->written);
      return origin;
    }
    const std::vector<LayeredParam> params = params_of(scope.layers);
    const LayeredParam& param = *find_param(params, name);
    const qapi::Any& written =
        param.value != nullptr ? param.value->value : *param.declared->value.default_;
    say_where(origin, place_of_default(scope, param), &written.json());
    return origin;
  }

  const GivenParams& given_;
};

}  // namespace

std::optional<NodeOrigin> explain_node(
    const Expansion& expansion,
    const GivenParams& given,
    std::string_view path
) {
  const Instance* node = find_node(*expansion.machine, path);
  if (node == nullptr) return std::nullopt;
  NodeOrigin origin{.where = node->place.origin(), .properties = {}};
  const Explainer explainer(given);
  for (const Setting& setting : node->settings) {
    origin.properties.push_back(explainer.explain(setting));
  }
  return origin;
}

}  // namespace vm::machine
