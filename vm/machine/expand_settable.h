// SPDX-License-Identifier: Apache-2.0
//
// What can be set of a node: properties of an object; parameters and exposed properties of a part.

#pragma once

#include <string_view>

#include "vm/base/result.h"
#include "vm/machine/spec.h"
#include "vm/object/object_type.h"

namespace vm::machine {

/// Fails unless the property is there, and not only to be read.
Result<> check_settable(const ObjectType& type, std::string_view property);

/// The same of a part.
Result<> check_settable(const Spec& part, std::string_view property);

}  // namespace vm::machine
