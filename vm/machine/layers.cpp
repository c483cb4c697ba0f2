// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/layers.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/machine/spec_library.h"

namespace vm::machine {
namespace {

std::string describe_circle(const std::vector<const Spec*>& upwards, const Spec& again) {
  std::string text = "machines vary one another in a circle: ";
  for (auto each = std::find(upwards.begin(), upwards.end(), &again); each != upwards.end();
       ++each) {
    text += (*each)->file + " -> ";
  }
  return text + again.file;
}

LayeredParam* find_param(std::vector<LayeredParam>& params, std::string_view name) {
  const auto found = std::find_if(params.begin(), params.end(), [name](const LayeredParam& each) {
    return each.name() == name;
  });
  return found == params.end() ? nullptr : &*found;
}

void add_layer(const Spec& layer, std::vector<LayeredParam>& params) {
  std::vector<LayeredParam> added;
  for (const Entry<api::SpecParam>& param : layer.params) {
    const LayeredParam declared{.declared = &param, .layer = &layer};
    if (LayeredParam* known = find_param(params, param.name)) {
      *known = declared;
    } else {
      added.push_back(declared);
    }
  }
  params.insert(params.begin(), added.begin(), added.end());
  for (const Entry<qapi::Any>& value : layer.param_values) {
    LayeredParam* param = find_param(params, value.name);
    if (param == nullptr) continue;  // whoever binds them reports it
    param->value = &value;
    param->value_layer = &layer;
  }
}

}  // namespace

Result<std::vector<const Spec*>> layers_of(const Spec& machine, SpecLibrary& library) {
  std::vector<const Spec*> layers{&machine};
  while (!layers.back()->base.empty()) {
    const Spec& variation = *layers.back();
    const std::string where = variation.where("/base") + ": base";
    if (layers.size() == kMaxLayers) return fail(where + ": too many variations of variations");
    Result<const Spec*> base = library.base(variation);
    if (!base) return tl::unexpected(qapi::located(std::move(base).error(), where));
    if (std::find(layers.begin(), layers.end(), *base) != layers.end()) {
      return fail(where + ": " + describe_circle(layers, **base));
    }
    layers.push_back(*base);
  }
  std::reverse(layers.begin(), layers.end());
  return layers;
}

std::vector<LayeredParam> params_of(const std::vector<const Spec*>& layers) {
  std::vector<LayeredParam> params;
  for (const Spec* layer : layers) {
    add_layer(*layer, params);
  }
  return params;
}

const LayeredParam* find_param(const std::vector<LayeredParam>& params, std::string_view name) {
  const auto found = std::find_if(params.begin(), params.end(), [name](const LayeredParam& each) {
    return each.name() == name;
  });
  return found == params.end() ? nullptr : &*found;
}

std::string unknown_param(
    std::string_view machine,
    const std::vector<LayeredParam>& params,
    std::string_view name
) {
  std::vector<std::string_view> known;
  known.reserve(params.size());
  for (const LayeredParam& param : params) {
    known.push_back(param.name());
  }
  return fmt::format("{} has no parameter '{}'{}", machine, name, qapi::did_you_mean(name, known));
}

}  // namespace vm::machine
