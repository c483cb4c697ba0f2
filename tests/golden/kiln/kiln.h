// SPDX-License-Identifier: Apache-2.0
//
// What the commands of the golden schema work on: the `context` of its pragma.

#pragma once

#include "runtime/dispatch/context.h"

namespace kiln {

class Kiln : public qapi::Context {
 public:
  using Context::Context;
};

}  // namespace kiln
