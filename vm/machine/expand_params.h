// SPDX-License-Identifier: Apache-2.0
//
// The parameters of a machine or a part: from what was given, and the defaults, to the values that
// expressions see.

#pragma once

#include <string_view>

#include "runtime/json/reader.h"
#include "vm/base/result.h"
#include "vm/machine/expression.h"
#include "vm/machine/layers.h"
#include "vm/machine/spec.h"

namespace vm::machine {

/// The given value as the parameter declares it; `names` holds the parameters before it.
Result<Value> read_param(
    const Entry<api::SpecParam>& param,
    const qapi::Json& given,
    qapi::Spelling spelling,
    const Names& names
);

/// What it is when it is not given; there must be something.
Result<Value> default_param(const LayeredParam& param, const Names& names);

qapi::Any to_any(const Value& value);

/// A number, string or boolean of the document with its expressions evaluated.
Result<Value> evaluate_scalar(const qapi::Json& json, const Names& names);

/// The same for a condition.
Result<bool> evaluate_condition(const qapi::Json& json, const Names& names);

/// Every string within `json`.
Result<qapi::Any> evaluate_all(const qapi::Json& json, const Names& names);

/// Numbers as numbers or as strings: "4K", "0x1000".
Result<int64_t> evaluate_number(const qapi::Json& json, const Names& names);

}  // namespace vm::machine
