// SPDX-License-Identifier: Apache-2.0
//
// A machine's layers: a variation, the machine that it varies, and so on down to one that stands on
// its own. The lowest comes first.
//
//   const std::vector<const Spec*> layers = TRY(layers_of(*spec, library));
//   for (const LayeredParam& param : params_of(layers)) ...

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/base/result.h"
#include "vm/machine/spec.h"

namespace vm::machine {

class SpecLibrary;

constexpr size_t kMaxLayers = 32;

Result<std::vector<const Spec*>> layers_of(const Spec& machine, SpecLibrary& library);

/// A parameter, and the value that a variation gives it instead of its default.
struct LayeredParam {
  const Entry<api::SpecParam>* declared = nullptr;
  const Spec* layer = nullptr;  ///< that declares it
  const Entry<qapi::Any>* value = nullptr;
  const Spec* value_layer = nullptr;

  const std::string& name() const { return declared->name; }
  bool has_default() const { return value != nullptr || declared->value.default_; }
};

/// In the order in which they are bound: those that a variation adds come before those of its base,
/// so that it can compute the latter from them.
std::vector<LayeredParam> params_of(const std::vector<const Spec*>& layers);

const LayeredParam* find_param(const std::vector<LayeredParam>& params, std::string_view name);

/// "virt has no parameter 'cpu'; did you mean 'cpus'?"
std::string unknown_param(
    std::string_view machine,
    const std::vector<LayeredParam>& params,
    std::string_view name
);

}  // namespace vm::machine
