// SPDX-License-Identifier: Apache-2.0
//
// The emulator's errors are those of the runtime library: see runtime/base/result.h.

#pragma once

#include "runtime/base/result.h"

namespace vm {

using qapi::Error;
using qapi::ErrorClass;
using qapi::fail;
using qapi::Result;

}  // namespace vm
