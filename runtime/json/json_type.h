// SPDX-License-Identifier: Apache-2.0
//
// The type of a JSON value, by which an alternate is told.

#pragma once

#include "runtime/json/reader.h"

namespace qapi {

enum class JsonType {
  Null,
  Boolean,
  Number,
  String,
  Array,
  Object
};

/// The type of the value at `in`. Text that is not taken as a string is the number or boolean that
/// it spells.
JsonType json_type(const Reader& in, bool takes_text);

}  // namespace qapi
