// SPDX-License-Identifier: Apache-2.0
//
// Decodes a whole JSON document into a typed value, with all that is wrong with it:
//
//   qapi::Result<StopArgs> args = qapi::decode_all<StopArgs>(json, Spelling::Json);

#pragma once

#include <vector>

#include "runtime/base/result.h"
#include "runtime/json/reader.h"

namespace qapi {

/// Makes one Error of several.
Error combine(std::vector<Error> errors);

Result<> decode_untyped_all(
    const Json& json,
    Spelling spelling,
    CompatPolicy compat,
    void* value,
    UntypedDecode decode
);

/// Decodes all of `json` into `value`; the Error's `more` holds the further faults.
template <typename T>
Result<> decode_into(const Json& json, Spelling spelling, T& value) {
  return decode_untyped_all(json, spelling, {}, &value, &decode_untyped<T>);
}

/// The same for what stands at `in`, under its policy; its own errors are left alone.
template <typename T>
Result<> decode_into(const Reader& in, T& value) {
  return decode_untyped_all(in.json(), in.spelling(), in.compat(), &value, &decode_untyped<T>);
}

/// Decodes all of `json`, as above.
template <typename T>
Result<T> decode_all(const Json& json, Spelling spelling) {
  T value{};
  TRY(decode_into(json, spelling, value));
  return value;
}

}  // namespace qapi
