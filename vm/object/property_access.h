// SPDX-License-Identifier: Apache-2.0
//
// Sets and gets properties by name, under the rules that the schema gives them: a `config` property
// can be set until the object is configured, a `control` property always, a `telemetry` property
// never.

#pragma once

#include <string>
#include <string_view>

#include "runtime/json/reader.h"
#include "vm/base/result.h"

namespace vm {

class Object;

/// Errors go where `value` collects them; false if there were any. Leaves the property as it was in
/// that case.
bool set_property(Object& object, std::string_view name, const qapi::Reader& value);

/// The same, for a name that is ours.
bool set_own_property(Object& object, std::string_view name, const qapi::Reader& value);

/// For one value on its own; the path of errors is the property's name.
Result<> set_property(
    Object& object,
    std::string_view name,
    const qapi::Json& value,
    qapi::Spelling spelling,
    qapi::CompatPolicy compat = {}
);

/// JSON text; `null` for an optional property that is absent.
Result<std::string> get_property(const Object& object, std::string_view name);

}  // namespace vm
