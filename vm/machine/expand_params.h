// SPDX-License-Identifier: Apache-2.0
//
// The parameters of a machine or a part: from what was given, and the defaults, to the values that
// expressions see.

#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "runtime/json/reader.h"
#include "vm/base/result.h"
#include "vm/machine/expression.h"
#include "vm/machine/layers.h"
#include "vm/machine/spec.h"

namespace vm::machine {

struct Place;

/// What a parameter's values must be.
struct ParamRule {
  std::optional<int64_t> low = {};
  std::optional<int64_t> high = {};
  std::vector<Value> allowed = {};  ///< empty for all
};

/// Hears what is wrong with a member of a declaration, as it is written.
using ReportRule = std::function<void(const Place& place, const qapi::Json& written, Error error)>;

/// `place` is that of the declaration, and `names` holds the parameters before this one. What is
/// wrong is reported, and no part of the rule.
ParamRule read_rule(
    const Entry<api::SpecParam>& param,
    const Place& place,
    const Names& names,
    const ReportRule& report
);

/// The given value as the parameter declares it.
Result<Value> read_param(
    const Entry<api::SpecParam>& param,
    const ParamRule& rule,
    const qapi::Json& given,
    qapi::Spelling spelling
);

/// What it is when it is not given; there must be something.
Result<Value> default_param(const LayeredParam& param, const ParamRule& rule, const Names& names);

/// The same as it is written.
const qapi::Json& written_default(const LayeredParam& param);

qapi::Any to_any(const Value& value);

/// Whether evaluate_scalar() takes it.
bool is_scalar(const qapi::Json& json);

/// A number, string or boolean of the document with its expressions evaluated.
Result<Value> evaluate_scalar(const qapi::Json& json, const Names& names);

/// The same for a condition.
Result<bool> evaluate_condition(const qapi::Json& json, const Names& names);

/// Every string within `json`.
Result<qapi::Any> evaluate_all(const qapi::Json& json, const Names& names);

/// Numbers as numbers or as strings: "4K", "0x1000".
Result<int64_t> evaluate_number(const qapi::Json& json, const Names& names);

}  // namespace vm::machine
