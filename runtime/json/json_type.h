// SPDX-License-Identifier: Apache-2.0
//
// The type of a JSON value, by which an alternate is told.

#pragma once

#include <initializer_list>

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
/// it spells, if that is among `taken`.
JsonType json_type(const Reader& in, std::initializer_list<JsonType> taken);

}  // namespace qapi
